/// Short forms and what they stand for. One class a line, as in `verbClasses`.
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
  qbr, quarterly business review
  mbr, monthly business review
  tor, terms of reference
  bom, bill of materials
  ghg, greenhouse gas
  ttfb, time to first byte
  p1, priority 1
  sev1, severity 1
  mtg, meeting
  mktg, marketing
  eng, engineering
  fin, finance
  int, internal
  pres, presentation
  prep, preparation
  calc, calculation
  dist, distribution
  est, estimate
  inv, invoice
  mfg, manufacturing
  misc, miscellaneous
  pkg, package
  prelim, preliminary
  proj, project
  pt, part-time, part time
  ft, full-time, full time
  wfh, work from home, working from home, remote work
  pto, paid time off
  ooo, out of office
  eod, end of day
  eow, end of week
  eoq, end of quarter, quarter-end, quarter end
  l&d, learning and development
  d&o, directors and officers
  m&a, mergers and acquisitions
  fte, full-time equivalent
  ir, incident response
  siem, security information and event management
  soc, security operations centre
  waf, web application firewall
  ddos, distributed denial of service
  xss, cross-site scripting
  csrf, cross-site request forgery
  sqli, sql injection
  cve, common vulnerabilities and exposures, vulnerability
  sbom, software bill of materials
  ssh, secure shell
  ldap, directory service
  dhcp, dynamic host configuration protocol
  ip, internet protocol
  http, hypertext transfer protocol
  smtp, mail transfer protocol
  ftp, file transfer protocol
  nfs, network file system
  s3, object storage, simple storage service
  ec2, elastic compute cloud
  gke, google kubernetes engine
  eks, elastic kubernetes service
  tf, terraform
  gha, github actions
  orm, object-relational mapper
  dsl, domain-specific language
  jwt, json web token
  otp, one-time password
  pki, public key infrastructure
  hsm, hardware security module
  iot, internet of things
  ar, augmented reality
  vr, virtual reality
  nlp, natural language processing
  llm, large language model
  ocr, optical character recognition, text recognition
  rpa, robotic process automation
  bpm, business process management
  dam, digital asset management
  pim, product information management
  cdp, customer data platform
  cro, conversion rate optimisation
  smm, social media marketing
  utm, tracking parameter
  b2b, business to business
  b2c, business to consumer
  smb, small and medium businesses, small business, sme
  icp, ideal customer profile
  tco, total cost of ownership
  cogs, cost of goods sold
  ebitda, operating profit
  gaap, accounting principles
  iban, bank account number
  sepa, single euro payments area
  ssn, social security number
  ni, national insurance
  cpd, continuing professional development
  esg, environmental social and governance
  csr, corporate social responsibility
  eia, environmental impact assessment
  aob, any other business
  cic, community interest company
  mep, member of the european parliament
  mp, member of parliament
  sen, special educational needs
  pta, parent teacher association
  gcms, gas chromatography mass spectrometry
  hplc, high-performance liquid chromatography, high performance liquid chromatography
  nmr, nuclear magnetic resonance
  elisa, enzyme-linked immunosorbent assay
  sem, scanning electron microscope
  bsl, biosafety level
  coshh, control of substances hazardous to health
  dna, deoxyribonucleic acid
  rct, randomised controlled trial
  crf, case report form
  icu, intensive care unit
  ecg, electrocardiogram, ekg
  mri, magnetic resonance imaging
  led, light-emitting diode
  pcb, printed circuit board, circuit board
  cad, computer-aided design
  cnc, computer numerical control
  3d, three-dimensional
  rfid, radio tags
  pos, point of sale
  rsvp, reply to the invitation
  diy, do it yourself
  tbd, to be decided
  vip, very important person
  mc, master of ceremonies, host
  fr, feature request
  bau, business as usual
  dod, definition of done
  wip, work in progress
  raci, responsibility matrix, responsibility assignment matrix
  swot, strengths weaknesses opportunities threats
  id, identity, identifier
  bday, birthday
  thx, thanks
  """
