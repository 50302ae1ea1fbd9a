/// What work is about: people, things and papers. One class a line, as in `verbClasses`.
let nounClasses: StaticString = """
  staff, employee, personnel, workforce, team member, worker, colleague, crew member, staff member
  new hire, new starter, newcomer, new joiner, starter, joiner, new employee, recruit, new staff, new colleague
  customer, client, buyer, patron
  consumer, end user, user, end-user
  prospect, lead, potential customer, prospective customer
  supplier, vendor, provider
  contractor, freelancer, self-employed
  candidate, applicant, job applicant, interviewee
  volunteer, helper
  donor, giver, benefactor, contributor
  sponsor, backer
  member, membership
  resident, citizen, inhabitant, local resident, neighbour, local, townspeople
  neighbourhood, local area, vicinity, local community
  tenant, renter, lodger
  landlord, property owner
  visitor, guest
  attendee, participant, delegate
  student, pupil
  teacher, instructor
  child, kid, youngster
  youth, young people, teenager, youngster
  senior, older people, elderly, elderly people, pensioner, old people
  manager, line manager, boss
  director, executive
  ceo, chief executive, chief executive officer, managing director
  cfo, chief financial officer, finance director
  cto, chief technology officer, chief technical officer
  coo, chief operating officer
  board, board of directors, directors, board of trustees, trustee
  chair, chairman, chairwoman, chairperson
  vice-chair, vice chair, deputy chair
  journalist, reporter, press
  press, media
  spokesperson, spokesman, spokeswoman, media contact
  doctor, physician, gp, general practitioner
  lawyer, solicitor, attorney, legal counsel, counsel
  accountant, bookkeeper
  bookkeeping, accounting, accountancy
  auditor, examiner
  developer, programmer, software engineer, software developer, coder
  engineer, engr
  administrator, admin, sysadmin, system administrator
  researcher, scientist, investigator
  technician, tech
  partner, ally
  stakeholder, interested party
  shareholder, stockholder
  investor, backer
  investor relations, ir
  subscriber, reader
  author, writer
  speaker, presenter
  keynote, keynote speech, opening speech
  referee, umpire
  trainer, coach
  player, athlete
  caterer, catering company, catering firm
  catering, food and drink, refreshments
  intern, trainee, apprentice
  rep, representative, sales rep, sales representative, salesperson
  fix, repair
  bug, defect, fault, software bug, software defect
  error, mistake, exception
  problem, issue, trouble, difficulty
  ticket, issue
  incident, outage, disruption
  outage, downtime, interruption
  query, question, enquiry, inquiry
  complaint, grievance
  request, ask
  feedback, comment, remark, opinion
  reason, cause, why
  root cause, underlying cause
  objective, goal, target, aim
  milestone, checkpoint
  deadline, due date, closing date
  task, to-do, todo, action item
  backlog, to-do list, todo list
  roadmap, product plan
  strategy, strategic plan
  requirement, need
  feature, functionality, function
  page, webpage, web page
  website, site, web site
  homepage, home page, front page, start page, landing page
  shop, store, online shop, web shop, webshop, online store
  basket, cart, shopping cart, shopping basket
  help centre, help center, support centre, help desk, helpdesk, service desk
  knowledge base, kb
  app, application, programme
  mobile app, phone app, mobile application
  mobile, smartphone, phone, mobile phone, cell phone, handset, cellphone
  iphone, ios, ipad
  laptop, notebook, notebook computer
  computer, pc, machine
  screen, display
  dark mode, dark theme, night mode
  button, btn
  picture, image, img, photo, photograph, pic
  drawing, illustration
  video, clip, film, footage
  movie, film
  graph, chart, diagram
  table, tbl
  spreadsheet, sheet, excel sheet
  slide, slide deck, deck, presentation, powerpoint
  pitch deck, investor deck, investor presentation
  poster, placard
  leaflet, flyer, flier, pamphlet, brochure, handout
  booklet, brochure
  handbook, manual, guide, guidebook
  guide, guideline, tutorial, how-to, howto, guidance, walkthrough
  instruction, direction
  document, doc, paper, file
  documentation, docs, documents
  form, questionnaire
  survey, questionnaire, poll
  letter, note
  report, write-up, writeup
  newsletter, news letter, bulletin
  press release, news release, media release, press statement
  article, post, piece
  blog post, blog article, blog entry
  minute, meeting notes, meeting minutes, protocol
  agenda, programme, order of business
  summary, overview, synopsis, abstract
  list, listing, register, catalogue
  inventory, stock list, asset register, asset list
  stock, inventory
  archive, records
  folder, directory
  checklist, check list, tick list
  template, boilerplate, blueprint
  contract, agreement
  lease, tenancy, rental agreement, tenancy agreement
  licence, license, permit, permission
  permission, right, privilege, access right, access permission
  policy, rule
  regulation, rule
  law, legislation, statute
  procedure, protocol, process
  workflow, process
  runbook, playbook
  post-mortem, postmortem, incident review, incident report
  retrospective, retro, lessons learned, look back
  stand-up, standup, daily scrum
  offsite, off-site, away day, retreat
  workshop, seminar
  course, class, training course
  training, course, coaching, education
  lesson, class
  lecture, talk
  talk, speech, presentation
  meeting, session, mtg
  conference, congress, convention
  fair, exhibition, expo
  trade show, trade fair, tradeshow
  party, celebration
  dinner, banquet
  gala, ball
  concert, gig
  match, game, fixture
  tournament, competition, contest
  competition, contest, championship
  race, run
  trip, excursion, outing
  journey, trip
  camp, campsite
  holiday, vacation, annual leave, leave
  parental leave, maternity leave
  venue, location, hall
  location, place
  room, rm
  meeting room, conference room
  canteen, cafeteria
  kitchen, galley
  toilet, restroom, bathroom, wc, lavatory
  car park, parking lot, parking garage
  lift, elevator
  pavement, sidewalk
  flat, apartment
  lorry, truck
  van, minibus
  coach, bus
  car, automobile
  bike, bicycle, cycle
  rubbish, trash, garbage, waste, refuse, litter
  bin collection, waste collection, refuse collection, rubbish collection, garbage collection
  garden, yard
  lawn, grass
  field, pitch
  playground, play area
  building, premises
  building work, construction work, works
  roof, roofing
  attic, loft
  cellar, basement
  rota, roster, duty roster, schedule, shift plan
  timetable, schedule
  calendar, diary
  shift, duty
  on-call, on call, oncall, pager duty
  budget, financial plan
  cost, expense, expenditure, spending, spend
  bill, invoice
  receipt, proof of purchase
  overdue, unpaid, outstanding, late, past due, not paid
  price, pricing, rate
  price list, rate card, tariff
  fee, charge
  discount, rebate, price reduction
  revenue, income, turnover, earnings
  profit, margin
  salary, pay, wage, remuneration, compensation
  payroll, wage run, salary run
  salary band, pay band, pay scale, pay grade, salary range
  bonus, incentive
  benefit, perk
  pension, retirement plan
  tax, duty
  tax return, tax declaration
  grant, funding, subsidy, award
  bursary, scholarship, stipend
  fund, money, cash, funding
  petty cash, cash box, cash float
  donation, gift, contribution
  fundraiser, fund-raiser, fundraising event
  loan, credit
  debt, liability
  account, acct
  accounts, books, ledgers
  bank statement, account statement
  quote, quotation, estimate, offer
  bid, tender
  order, purchase order, po
  purchase, procurement
  shipment, consignment, delivery
  parcel, package
  warehouse, depot, storehouse
  churn, attrition, customer loss
  headcount, number of employees, staff numbers
  turnover, staff turnover, attrition
  leaver, departing employee
  exit interview, leaving interview
  job, position, post, vacancy, opening, role
  job ad, job advert, job posting, vacancy notice, job advertisement, job listing
  advert, ad, advertisement
  job description, role description, role profile
  cv, resume, curriculum vitae, curricula vitae, curriculum
  reference, recommendation letter, letter of recommendation
  performance review, appraisal, performance appraisal
  probation, trial period, probation period, probationary period
  skill, competence, competency
  diversity and inclusion, d&i, dei, diversity, diversity equity and inclusion
  safety, security
  safeguarding, child protection
  risk register, risk log
  risk assessment, hazard assessment
  fire drill, evacuation drill, fire practice
  first aid, first-aid
  emergency, crisis
  alert, alarm, warning
  threshold, limit
  quota, limit
  rate limit, rate limiting, throttling, throttle, rate limiter
  timeout, time-out, time limit
  crash, breakdown
  backup, back-up, copy
  snapshot, image
  log, logfile, log file, logging
  metric, measure, indicator
  dashboard, cockpit
  monitoring, observability
  server, host, machine
  virtual machine, vm
  container, docker container
  cluster, farm
  network, lan
  hosting, cloud, cloud hosting
  cloud bill, hosting costs, cloud costs, hosting cost, cloud cost, cloud spend, hosting bill
  load test, stress test, load testing, stress testing, performance test
  unit test, unit testing
  end-to-end test, e2e test, end-to-end testing
  library, package, dependency
  module, component
  script, programme
  code, source code, source
  dead code, unused code, dead function, unused function
  codebase, code base
  monorepo, mono-repo, mono repo
  branch, fork
  commit, changeset
  release note, changelog, change log
  endpoint, route, api endpoint
  function, method, routine
  schema, data model
  record, entry
  row, record
  column, field
  duplicate, double, dupe
  password, passphrase, passcode
  secret, credential
  sign-in, login, signin, log-in, logon
  sign-up, signup, registration
  sign-off, signoff, approval
  single sign-on, sso
  account recovery, password reset, password recovery
  access control, access management
  bot, robot
  spam, junk mail, junk
  phishing, scam mail
  cookie banner, cookie notice, consent banner
  accessibility, a11y
  internationalisation, i18n, internationalization
  localisation, l10n
  wireframe, mockup, mock-up
  logo, logotype, emblem
  brand, branding
  brand book, brand guide, style guide, brand guidelines, brand guideline
  colour scheme, colour palette, palette
  font, typeface
  layout, arrangement
  icon, pictogram
  banner, header image
  badge, name badge, name tag
  t-shirt, tshirt, tee shirt, shirt, tee
  merchandise, merch, swag
  uniform, kit
  equipment, gear, kit
  tool, instrument
  spare part, replacement part, spare
  tyre, tire
  tap, faucet
  battery, accumulator
  light, lamp
  torch, flashlight
  sample, specimen
  reagent, chemical
  freezer, deep freezer
  fridge, refrigerator
  experiment, trial
  result, finding, outcome
  reading, measurement
  lab, laboratory
  mouse, mice
  rodent, mice and rats
  animal, livestock
  husbandry, animal care
  cage, enclosure
  consent form, consent sheet
  participant, subject, test person
  ethics approval, ethical approval
  council, municipality, town council, city council
  councillor, council member
  authority, agency
  town hall, city hall
  election, ballot, vote
  ballot paper, voting slip
  objection, opposition
  hearing, consultation
  bylaw, by-law, ordinance
  charity, non-profit, nonprofit, ngo, not-for-profit
  food bank, foodbank, food pantry
  shelter, refuge
  partnership, alliance, cooperation, collaboration
  campaign, drive, initiative
  social media, socials, facebook and instagram
  audience, public
  general public, public
  market, sector
  competitor, rival
  pipeline, funnel
  deal, sale
  territory, sales area
  demo, demonstration, product demo
  trial, free trial
  case study, success story, customer story
  testimonial, customer quote
  upsell, cross-sell
  distributor, reseller, dealer, retailer
  wholesaler, wholesale customer
  holiday season, christmas season
  black friday, peak sale
  governance, decision making, decision-making
  broken, faulty, defective, damaged
  inactive, unused, dormant, idle, disused
  obsolete, outdated, out of date, stale, expired
  old, legacy, former
  up to date, current, up-to-date
  quick, fast, rapid
  slow, sluggish
  flaky, unreliable, unstable
  cheap, inexpensive, low-cost, low cost
  important, critical, crucial, key
  confidential, secret, private, sensitive
  possible, potential
  annual, yearly, every year, each year, per year, once a year
  incoming, inbound
  outgoing, outbound
  lapsed, former, past
  missing, absent, lost
  out-of-hours, out of hours, after-hours, after hours
  nightly, every night, each night, overnight
  """

/// Words that rarely change what the work is. They are compared, but need no counterpart.
let lightWords: StaticString = """
  new, current, existing, latest, recent, whole, entire, full, various, several, different, other, own, proper, appropriate, relevant, necessary, needed, required, available, good, quickly, properly, correctly, regularly, carefully, successfully, as soon as possible, asap, soon, again, together, please, thing, stuff, activity, matter, item, detail, information, data set, version, number, kind, actual, actually, simply, e g, i e, etc, one by one, overall, general, on time, in time, yet, still, once, always, duly, certain, specific, particular
  """

/// Particles of verbs. They may stand apart from their verb (`switch the heating off`) and are never
/// the object of the work.
let particles: StaticString = """
  up, down, off, out, over, back, away, together
  """
