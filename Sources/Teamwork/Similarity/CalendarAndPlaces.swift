/// The calendar, and places with their people and languages.
let calendarClasses: StaticString = """
  january, jan
  february, feb
  march, mar
  april, apr
  june, jun
  july, jul
  august, aug
  september, sep, sept
  october, oct
  november, nov
  december, dec
  monday, mon
  tuesday, tue, tues
  wednesday, wed
  thursday, thu, thur, thurs
  friday, fri
  saturday, sat
  sunday, sun
  spring, springtime
  summer, summertime
  autumn, fall
  winter, wintertime
  q1, 1 quarter, quarter 1
  q2, 2 quarter, quarter 2
  q3, 3 quarter, quarter 3
  q4, 4 quarter, quarter 4
  h1, 1 half, half 1, 1 half-year
  h2, 2 half, half 2, 2 half-year
  daily, every day, each day, day by day, once a day, per day, a day
  weekly, every week, each week, once a week, per week, a week
  fortnightly, every fortnight, biweekly, every 2 weeks, every other week
  monthly, every month, each month, once a month, per month, a month, month-by-month
  quarterly, every quarter, each quarter, once a quarter, per quarter, every 3 months
  hourly, every hour, each hour, per hour
  yearly, annual, annually, every year, each year, once a year, per year, a year
  night, nighttime
  day, daytime
  weekend, saturday and sunday
  christmas, xmas
  """

let placeClasses: StaticString = """
  spain, spanish
  france, french
  germany, german
  italy, italian
  portugal, portuguese
  poland, polish
  netherlands, dutch, holland
  belgium, belgian
  sweden, swedish
  norway, norwegian
  denmark, danish
  finland, finnish
  nordics, nordic, scandinavia, scandinavian
  austria, austrian
  switzerland, swiss
  greece, greek
  turkey, turkish, turkiye
  russia, russian
  ukraine, ukrainian
  hungary, hungarian
  romania, romanian
  bulgaria, bulgarian
  croatia, croatian
  serbia, serbian
  czechia, czech, czech republic
  slovakia, slovak
  slovenia, slovenian
  estonia, estonian
  latvia, latvian
  lithuania, lithuanian
  iceland, icelandic
  ireland, irish
  scotland, scottish
  wales, welsh
  england, english
  china, chinese
  japan, japanese
  korea, korean
  south korea, south korean
  india, indian
  brazil, brazilian
  mexico, mexican
  canada, canadian
  australia, australian
  israel, israeli
  egypt, egyptian
  vietnam, vietnamese
  thailand, thai
  indonesia, indonesian
  argentina, argentinian, argentine
  chile, chilean
  colombia, colombian
  kenya, kenyan
  nigeria, nigerian
  europe, european
  asia, asian
  africa, african
  north, northern
  south, southern
  east, eastern
  west, western
  upstairs, upper floor
  downstairs, lower floor
  """
