/// What work is about in buildings, at events, in towns, laboratories and charities. One class a line, as in
/// `verbClasses`.
let fieldClasses: StaticString = """
  stationery, office supplies
  furniture, furnishings
  entrance, entry
  exit, way out
  corridor, hallway
  stairs, staircase, stairway
  heating, boiler, heater
  air conditioning, cooling
  smoke detector, smoke alarm, fire detector
  fire extinguisher, extinguisher
  defibrillator, aed
  first-aid kit, first aid kit, first-aid box, first aid box
  hazard, danger
  accident, mishap
  near miss, close call
  illness, sickness, disease
  sick leave, sickness absence, sick note
  absence, leave
  overtime, extra hours, extra work
  working time, working hours
  timesheet, time sheet, time card
  expense report, expense claim, expenses claim
  travel expense, travel cost
  per diem, daily allowance
  payslip, pay slip, payroll slip
  raise, pay rise, salary increase, pay increase
  headhunter, recruiter, recruitment agency
  career page, jobs page, careers page
  talent pool, candidate pool
  assessment centre, assessment day
  offer letter, job offer, employment offer
  employment contract, work contract
  notice period, period of notice
  onboarding guide, welcome guide
  induction, onboarding
  org chart, organisation chart, organigram, organogram
  mission statement, mission
  engagement, commitment
  satisfaction, happiness
  well-being, wellbeing, wellness
  mental health, psychological health
  equality, equity
  harassment, bullying
  whistleblower, whistle-blower
  compliance, conformity
  audit trail, audit log
  bookkeeping, accounts
  ledger, account book
  general ledger, gl
  balance sheet, statement of financial position
  cash flow, cashflow, liquidity
  cash report, cash position
  receivable, open invoice, unpaid invoice, overdue invoice, outstanding invoice, accounts receivable
  payable, accounts payable
  credit note, credit memo
  direct debit, automatic payment
  bank transfer, wire transfer
  currency, money
  exchange rate, fx rate
  asset, property
  depreciation, write-down
  investment, capital expenditure, capex
  operating costs, opex, running costs
  overspend, budget overrun
  tariff, rate
  voucher, coupon, gift card
  loyalty programme, loyalty scheme, rewards programme
  scheme, programme
  project, undertaking
  project plan, schedule
  kick-off, kickoff, start
  launch, release, go-live
  rollout, deployment, introduction
  cutover, switchover, changeover
  sprint, iteration
  user story, story
  epic, initiative
  acceptance criteria, definition of done
  prototype, mock-up
  persona, user profile
  journey map, customer journey, user journey
  usability, user-friendliness
  usability test, user test, usability testing, user testing
  search box, search bar, search field
  drop-down, dropdown, select box
  checkbox, tick box
  pop-up, popup, modal
  tooltip, hint
  error message, error text
  landing page, campaign page
  sitemap, site map
  domain, domain name
  ad campaign, advertising campaign
  advertising, marketing
  newsletter, mailing
  mailing list, email list, mail list, distribution list
  inbox, mailbox
  signature, sig
  postcard, card
  invitation, invite
  save the date, save-the-date
  guest list, invitation list, invitee list
  seating plan, seating chart, table plan
  programme, schedule
  booth, stand, stall
  tent, marquee
  sound system, pa system
  lighting, lights
  raffle, tombola, prize draw
  trophy, cup
  flea market, car boot sale, jumble sale
  bake sale, cake sale
  fair, fete, fete day
  open day, open house
  fireworks, firework display
  dress rehearsal, final rehearsal
  orchestra, ensemble
  choir, chorus
  sheet music, scores
  costume, outfit
  stage set, scenery, set
  pitch, playing field, sports field
  locker room, changing room, dressing room
  gym, fitness room, sports hall
  swimming pool, pool
  boat, vessel
  regatta, boat race
  life jacket, life vest
  jersey, shirt
  referee, match official
  fixture list, match schedule
  membership fee, membership dues, subscription fee, dues
  statutes, articles of association, constitution
  safe, strongbox
  till, cash register, checkout
  card reader, card terminal, payment terminal
  citizen service, public service
  permit office, licensing office
  birth certificate, certificate of birth
  street, road
  street light, street lamp, streetlight
  pothole, road damage
  bus stop, bus station
  cycle path, bike lane, cycle lane, bike path
  footpath, walkway
  sewer, drain
  landfill, dump, tip
  recycling centre, recycling yard
  zoning plan, land-use plan, development plan
  planning application, building application
  consultation, public hearing
  petition, appeal
  grant application, funding application, funding bid, grant proposal, grant bid
  impact report, annual impact report
  food parcel, food package
  clothing, clothes
  thank-you letter, letter of thanks, thank you note, thank-you note
  lab book, lab notebook, laboratory notebook
  pipette, pipettor
  petri dish, culture plate
  incubator, warming cabinet
  fume hood, fume cupboard
  cell line, cell culture
  primer, oligo
  control group, controls
  cohort, study group
  trial protocol, study protocol
  informed consent, consent
  peer review, refereeing
  manuscript, paper, article
  journal, periodical
  poster session, poster presentation
  thesis, dissertation
  grant, research grant
  field trip, excursion
  greenhouse, glasshouse
  pesticide, spray
  fertiliser, manure
  power cut, power failure, blackout, power outage
  generator, genset
  solar panel, photovoltaic panel, pv panel
  electricity, power
  emission, exhaust
  carbon footprint, co2 footprint, carbon emissions
  sustainability, environmental protection
  """
