/// Who work is done by, for and with. One class a line, as in `verbClasses`.
let peopleClasses: StaticString = """
  staff, employee, personnel, workforce, team member, worker, colleague, crew member, staff member
  new hire, new starter, newcomer, new joiner, starter, joiner, new employee, recruit, new staff, new colleague
  customer, client, buyer, patron
  consumer, end user, user, end-user
  prospect, lead, potential customer, prospective customer
  supplier, vendor, provider
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
  intern, trainee
  rep, representative, sales rep, sales representative, salesperson
  fix, repair
  firm, company, business, enterprise
  organisation, body, association
  office, bureau
  branch, branch office
  department, division, unit
  team, squad, crew, group
  committee, commission, panel
  steering committee, steering group, steerco
  working group, task force, taskforce
  works council, staff council, employee council
  union, trade union, labour union
  shop steward, union rep, union representative
  head, leader, lead, chief
  deputy, vice
  colleague, coworker, co-worker, team mate, teammate
  newbie, beginner, novice
  expert, specialist
  freelancer, self-employed, freelance
  temp, temporary worker, agency worker
  steward, marshal
  caretaker, janitor
  cleaner, cleaning staff
  receptionist, front desk
  reception, front desk
  treasurer, finance officer
  secretary, clerk
  nurse, nursing staff
  patient, sick person
  carer, caregiver
  parent, guardian
  family, household
  refugee, asylum seeker
  homeless, rough sleeper, homeless people
  beneficiary, recipient
  grantee, grant recipient, grant holder, grant winner
  alumnus, alumni, former student, graduate
  fan, supporter
  follower, subscriber
  influencer, content creator
  shopper, customer
  passenger, traveller
  driver, chauffeur
  owner, proprietor
  mayor, head of the council
  police, law enforcement
  firefighter, fire brigade, fire service, fire department
  ambulance, emergency services
  """
