/// What work is about in software and design. One class a line, as in `verbClasses`.
let tradeClasses: StaticString = """
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
  distributor, reseller, dealer
  wholesaler, wholesale customer
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
  approval, consent, permission, go-ahead
  warranty, guarantee
  insurance, cover, insurance cover, coverage
  insurance claim, claim
  insurer, insurance company
  clause, provision
  appendix, annex
  attachment, enclosure
  paragraph, section
  section, part
  headline, heading, title
  caption, subtitle
  glossary, list of terms
  bibliography, reference list, list of references, literature list
  citation, reference
  footnote, endnote
  statistics, figures
  average, mean
  benchmark, performance test
  latency, response time, delay
  memory, ram
  memory usage, memory consumption, memory use, memory footprint
  disk, hard drive, hard disk, drive
  disk space, storage space, disk usage, storage
  load, traffic
  peak, rush
  load time, loading time, page load, page speed
  memory leak, leak
  race condition, race
  queue, message queue, mq
  job, batch job
  cron job, scheduled job, scheduled task, cronjob
  scheduler, job scheduler
  build server, ci server
  artefact, build output
  image, docker image, container image
  firewall, packet filter
  plug, connector
  socket, outlet, power outlet
  sensor, probe, detector
  camera, webcam
  microphone, mic
  loudspeaker, speaker
  headphones, headset
  projector, beamer
  whiteboard, flip chart, flipchart
  monitor, screen
  toner, ink
  """
