/// Irregular forms and spellings, the word to use first. Everything regular is the stemmer's work.
let irregularForms: StaticString = """
  write wrote written
  run ran
  hold held
  send sent
  buy bought
  sell sold
  build built rebuilt
  choose chose chosen
  draw drew drawn
  take took taken
  make made
  give gave given
  keep kept
  meet met
  pay paid
  tell told
  teach taught
  find found
  lead led
  drive drove driven
  speak spoke spoken
  hide hid hidden
  lose lost
  spend spent
  bring brought
  get got gotten
  know knew known
  show shown
  begin began begun
  break broke
  freeze froze
  grow grew grown
  steal stole stolen
  feed fed
  sow sown
  lay laid
  lend lent
  seek sought
  fall fell fallen
  shoot shot
  do done
  go went gone
  child children
  person people persons
  man men
  woman women
  mouse mice
  foot feet
  criterion criteria
  index indices indexes
  matrix matrices
  appendix appendices
  leaf leaves
  shelf shelves
  knife knives
  life lives
  wife wives
  analysis analyses
  diagnosis diagnoses
  hypothesis hypotheses
  thesis theses
  basis bases
  crisis crises
  bus buses
  use uses used using
  die died dying
  news news
  lens lens lenses
  series series
  centre center centres centers
  theatre theater theatres theaters
  metre meter metres meters
  litre liter litres liters
  fibre fiber fibres fibers
  calibre caliber
  kilometre kilometer kilometres kilometers
  licence license licences licenses licensing licensed
  defence defense
  offence offense
  practice practise practices practises practising practicing
  programme program programmes programs
  check checks cheque cheques
  grey gray
  tyre tire tyres tires
  judgement judgment judgements judgments
  enquiry inquiry enquiries inquiries
  enquire inquire enquiring inquiring
  artefact artifact artefacts artifacts
  adviser advisor advisers advisors
  mould mold moulds molds
  plough plow
  aluminium aluminum
  kerb curb
  cosy cozy
  jewellery jewelry
  skilful skillful
  manoeuvre maneuver
  paediatric pediatric
  anaesthetic anesthetic
  orthopaedic orthopedic
  encyclopaedia encyclopedia
  archaeology archeology
  haemoglobin hemoglobin
  oestrogen estrogen
  foetus fetus
  leukaemia leukemia
  anaemia anemia
  tumour tumor tumours tumors
  pyjamas pajamas
  ageing aging
  storey story storeys stories
  councillor councilor councillors councilors
  counsellor counselor counsellors counselors
  email e-mail emails
  disk disc disks discs
  doc docs
  statement statements
  department departments
  apartment apartments
  element elements
  comment comments
  segment segments
  experiment experiments
  supplement supplements
  document documents
  equipment equipment
  instrument instruments
  station stations
  nation nations
  ration rations
  template templates
  corporate corporate
  private private
  climate climate
  candidate candidates
  1 one
  2 two second 2nd
  3 three third 3rd
  4 four fourth
  5 five fifth
  6 six sixth
  7 seven seventh
  8 eight eighth
  9 nine ninth
  10 ten tenth
  11 eleven eleventh
  12 twelve twelfth
  20 twenty twentieth
  30 thirty
  50 fifty
  100 hundred
  1000 thousand
  1 first 1st
  """

/// Words that carry no meaning of their own. Never a negation, never a number.
let stopWords: StaticString = """
  the a an teh hte
  of to for in on at by with from into onto about over under across through during within among between against via per upon toward towards as than amongst onto inside regarding concerning around near along behind beyond including
  and or but so plus both either whether because since until till if while when whenever where wherever though although that which who whom whose what how why
  is are be was were been being am has had having do does did can could may might must shall should will would
  it its this these those they them their theirs he she him her his hers we our ours us you your yours i me my mine everyone everybody someone somebody anyone anybody there here then
  all any every each some such most many more much very just only also too even same using based
  """

/// What begins a detail: the object of the work ends before these.
let boundaries: StaticString = """
  of to for in on at by with from into onto about over under across through during within among between against via per upon toward towards as than inside regarding concerning around near along behind beyond including and or but so because since until till if while when whenever where wherever though although that which who whom whose what how why using based before after without except plus is are be was were covering containing showing explaining listing describing starting beginning following giving comparing stating naming asking making allowing
  """

let negations: StaticString = """
  not no never without nobody none nothing neither nor except excluding unless cannot nowhere hardly non barring
  """
