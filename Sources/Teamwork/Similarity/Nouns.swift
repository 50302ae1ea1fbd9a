/// What work is about at the office: papers, money, meetings, places. One class a line, as in `verbClasses`.
let nounClasses: StaticString = """
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
  toilet, restroom, bathroom, wc, lavatory
  car park, parking lot, parking garage
  lift, elevator
  pavement, sidewalk
  flat, apartment
  lorry, truck
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
  safeguarding, child protection
  risk register, risk log
  risk assessment, hazard assessment
  fire drill, evacuation drill, fire practice
  first aid, first-aid
  emergency, crisis
  """

/// Words that rarely change what the work is. They are compared, but need no counterpart.
let lightWords: StaticString = """
  new, current, existing, latest, recent, whole, entire, various, several, different, other, own, proper, appropriate, relevant, necessary, needed, required, available, good, quickly, properly, correctly, regularly, carefully, successfully, as soon as possible, asap, soon, again, please, thing, stuff, activity, matter, item, detail, information, data set, version, number, kind, actual, actually, simply, up, together, e g, i e, etc, one by one, overall, general, on time, in time, yet, still, once, always, duly, certain, specific, particular, work, twice, manually, automatically, directly, personally, jointly, fully
  """

/// Particles of verbs. They may stand apart from their verb (`switch the heating off`) and are never
/// the object of the work.
let particles: StaticString = """
  up, together, down, off, out, over, back, away
  """
