/// Short forms and what they stand for, the calendar, and places with their people and languages.
let abbreviationClasses: StaticString = """
  ci, continuous integration
  cd, continuous delivery, continuous deployment
  repo, repository
  config, configuration, cfg, conf
  prod, production, live, production environment, live environment, live system, production system
  staging, stage environment, staging environment, preprod, pre-production, preproduction
  dev, development
  dev, developer
  env, environment
  infra, infrastructure
  db, database
  k8s, kubernetes
  pg, postgres, postgresql
  js, javascript
  ts, typescript
  cert, certificate
  tls, ssl, transport layer security
  tls certificate, tls cert, ssl certificate
  dns, domain name system, name resolution
  vpn, virtual private network
  wifi, wi-fi, wi fi, wireless, wlan, wireless network
  lan, local area network
  api, application programming interface, interface
  ui, user interface
  ux, user experience
  gui, graphical user interface
  cli, command line, command-line interface, command line interface, command-line tool
  sdk, software development kit
  ide, integrated development environment
  os, operating system
  vm, virtual machine
  lb, load balancer
  cdn, content delivery network
  url, link, web address
  pr, pull request, merge request, mr
  pr, public relations
  qa, quality assurance
  qc, quality control
  uat, user acceptance test, user acceptance testing, acceptance test, acceptance testing
  e2e, end-to-end, end to end
  mfa, multi-factor authentication, 2fa, two-factor authentication, multifactor authentication, 2-factor authentication, two-factor login, two-step verification, 2-step verification, two factor authentication, multi-factor login, tfa
  sso, single sign-on
  auth, authentication
  auth, authorisation
  authn, authentication
  authz, authorisation
  acl, access control list
  rbac, role-based access control, role based access control
  iam, identity and access management
  slo, service level objective, service-level objective
  sla, service level agreement, service-level agreement
  sli, service level indicator, service-level indicator
  kpi, key performance indicator, performance indicator
  okr, objectives and key results, objective and key result
  roi, return on investment
  rfp, request for proposals, request for proposal
  rfq, request for quotation, request for quotations, request for quotes
  rfi, request for information
  rfc, request for comments
  nda, non-disclosure agreement, nondisclosure agreement, confidentiality agreement
  msa, master services agreement, master service agreement
  mou, memorandum of understanding
  dpa, data processing agreement
  dpia, data protection impact assessment
  dpo, data protection officer
  sow, statement of work
  po, purchase order
  gdpr, general data protection regulation
  pii, personally identifiable information, personal data, personal information
  hr, human resources, people operations, people ops, personnel department
  ops, operations
  r&d, research and development
  pm, project manager, product manager
  pmo, project management office
  vp, vice president
  csm, customer success manager
  cs, customer success, customer support
  crm, customer relationship management, customer database
  erp, enterprise resource planning
  cms, content management system
  ats, applicant tracking system
  lms, learning management system
  bi, business intelligence
  ml, machine learning
  ai, artificial intelligence
  etl, extract transform load
  seo, search engine optimisation
  sem, search engine marketing
  ppc, pay per click
  cta, call to action
  faq, frequently asked questions, frequently asked question, common questions
  q&a, questions and answers, question and answer
  agm, annual general meeting, annual meeting
  egm, extraordinary general meeting
  h&s, health and safety, hse, ohs, occupational health and safety
  ppe, personal protective equipment
  coi, conflict of interest
  t&c, terms and conditions, t&cs, tos, terms of service
  p&l, profit and loss, profit and loss statement, profit and loss account, income statement
  vat, value added tax, value-added tax
  ar, accounts receivable
  ap, accounts payable
  fx, foreign exchange
  mrr, monthly recurring revenue
  arr, annual recurring revenue
  cac, customer acquisition cost
  nps, net promoter score
  csat, customer satisfaction, customer satisfaction score
  ytd, year to date
  yoy, year on year, year over year
  eom, end of month, month-end, month end
  eoy, end of year, year-end, year end
  fy, financial year, fiscal year
  org, organisation
  dept, department
  mgmt, management
  mgr, manager
  gov, government
  govt, government
  intl, international
  natl, national
  asst, assistant
  assoc, association
  acct, account
  amt, amount
  appt, appointment
  apt, apartment
  approx, approximately
  avg, average
  max, maximum
  min, minimum
  qty, quantity
  ref, reference
  req, requirement
  spec, specification
  temp, temporary
  temp, temperature
  info, information
  intro, introduction
  demo, demonstration
  promo, promotion
  vs, versus
  fyi, for your information
  eta, estimated time of arrival
  poc, proof of concept
  mvp, minimum viable product
  adr, architecture decision record
  rca, root cause analysis
  dr, disaster recovery
  bcp, business continuity plan
  ha, high availability
  rum, real user monitoring
  apm, application performance monitoring
  csv, comma separated values
  pdf, portable document format
  sop, standard operating procedure, standard procedure
  lims, laboratory information management system
  pcr, polymerase chain reaction
  irb, institutional review board
  eln, electronic lab notebook
  msds, safety data sheet, sds, material safety data sheet
  gmp, good manufacturing practice
  glp, good laboratory practice
  foi, freedom of information
  foia, freedom of information act
  cctv, security camera, surveillance camera, video surveillance
  hvac, heating ventilation and air conditioning
  aircon, air conditioning, ac, air-conditioning
  pa, public address, public address system, pa system
  pa, personal assistant
  av, audio visual, audiovisual, audio-visual
  dbs check, dbs, background check, criminal record check
  ngo, non-governmental organisation
  ceo, chief executive
  eu, european union
  uk, united kingdom, britain, great britain, british
  us, usa, united states, america, u.s., american, states
  un, united nations
  uae, united arab emirates
  nyc, new york, new york city
  aws, amazon web services
  gcp, google cloud, google cloud platform
  azure, microsoft azure
  gh, github
  m365, microsoft 365, office 365, o365
  ms teams, microsoft teams
  mac, macos, os x, osx
  tel, telephone
  addr, address
  pwd, password, pw
  msg, message
  img, image
  pkg, package
  lib, library
  util, utility
  perf, performance
  stats, statistics, statistic
  biz, business
  uni, university
  lab, laboratory
  exam, examination
  gym, gymnasium
  sub, subscription
  rec, recommendation
  comms, communications, communication
  biz dev, business development
  sales ops, sales operations
  regs, regulations
  hq, headquarters, head office, main office
  id, identity, identifier
  bday, birthday
  thx, thanks
  """

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
