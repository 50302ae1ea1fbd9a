/// The rest of `verbClasses`: work of the trades and rarer verbs.
let rarerVerbClasses: StaticString = """
  fetch, pick up, collect, get
  receive, get, accept delivery
  obtain, get, secure, acquire, procure
  gain, obtain
  examine, scrutinise, scrutiny, vet, screen
  screen, filter, sift
  test, probe
  diagnose, diagnosis, troubleshoot, find the cause
  reproduce, replicate
  settle, resolve, resolution
  clarify, find out, clear up
  adapt, tailor, customise, personalise
  localise, translate
  convert, conversion, transform, transformation, change
  restructure, reorganise, reorganisation, rearrange
  replenish, reorder, order more
  supply, deliver, equip
  equip, fit out, kit out, furnish
  assemble, put together, set up, build
  erect, set up, build, assemble
  mount, hang, hang up, put up
  fasten, attach, secure
  dig, excavate
  knock down, demolish, demolition, pull down, tear down
  sweep, clean
  rinse, wash
  vacuum, hoover
  polish, shine
  service, overhaul, maintain
  overhaul, refurbish, renew
  calibrate, adjust
  insulate, insulation
  heat, warm, warm up
  cool, chill
  freeze, deep-freeze
  thaw, defrost
  ship, send, dispatch
  transfer, wire, remit
  deposit, pay in, bank
  withdraw, take out
  charge, bill
  claim, claim back, reclaim
  remind, nudge, prompt
  warn, alert, caution
  persuade, convince, win over
  recommend, advise
  advise, counsel, consult, consultation, give advice
  consult, ask
  interview, question
  convene, call, summon
  adjourn, postpone
  minute, take minutes, keep minutes, take the minutes, keep the minutes, write minutes, write the minutes
  staff, man, crew
  cover, stand in, fill in, deputise
  substitute, stand in
  rotate, swap
  shadow, accompany
  accompany, escort
  guide, lead
  steer, control
  oversee, monitor
  model, simulate, simulation
  visualise, visualisation, plot, chart
  map, chart
  survey, question
  score, grade, mark
  certify, certification, accredit, accreditation
  license, permit
  legalise, notarise
  appeal, contest, challenge
  vote on, put to the vote
  adopt, pass, approve
  abolish, scrap, do away
  repeal, revoke, revocation
  revoke, withdraw, take away, rescind
  grant, give, award
  award, hand out, confer
  suspend, pause, put on hold, freeze
  resume, restart, continue
  restart, reboot, start again
  continue, carry on, proceed
  upgrade, update
  patch, apply patch, apply patches, apply updates
  scan, digitise, digitisation
  transcribe, transcription, type up
  caption, subtitle
  annotate, comment
  index, catalogue
  catalogue, list, inventory
  enumerate, list
  list, draw up a list, make a list
  bundle, package
  compress, zip, shrink
  unzip, decompress
  parse, read in
  query, search
  filter, sieve
  anonymise, anonymisation, pseudonymise, de-identify
  redact, black out
  mask, hide, conceal
  expose, reveal
  trace, track down
  instrument, add metrics, add tracing
  throttle, rate-limit
  scale, scale out
  balance, even out, equalise
  distribute, spread
  isolate, separate
  containerise, dockerise
  virtualise, virtualisation
  roll back, rollback, revert, undo
  fail over, failover
  shard, partition
  vet, check
  sponsor, support
  endow, fund
  fund, finance, pay for
  breed, rear
  groom, brush
  walk, take for a walk
  stock, fill
  decorate, adorn
  light, illuminate
  cater, provide food
  seat, place
  usher, show in
  celebrate, mark
  commemorate, honour
  compete, enter
  qualify, qualification
  train, practise
  referee, umpire
  enter, key in, type in
  spell-check, check spelling, check the spelling
  harmonise, align, standardise, unify
  standardise, standardisation, normalise
  align, bring in line
  coordinate, liaise
  liaise, keep in touch, keep contact
  mentor, guide
  brainstorm, collect ideas
  ideate, brainstorm
  pitch, present
  display, show, exhibit
  stream, broadcast
  air, broadcast
  feature, highlight
  highlight, emphasise
  emboss, stamp
  engrave, etch
  sew, stitch
  iron, press
  weld, solder
  drill, bore
  sand, grind
  weed, pull weeds
  prune, trim, cut back
  rake, rake up
  dose, administer
  dilute, dilution
  centrifuge, spin
  incubate, incubation
  extract, extraction
  purify, purification
  sequence, sequencing
  cultivate, grow
  stain, dye
  titrate, titration
  aliquot, portion
  sacrifice, euthanise, cull
  randomise, randomisation
  enrol, recruit, sign up
  obtain consent, get consent
  tender, put out to tender
  consult, hear
  regulate, regulation
  tax, levy
  subsidise, subsidy
  zone, rezone
  pave, surface
  resurface, repave
  grit, salt
  empty, drain
  house, accommodate
  shelter, house
  feed, nourish
  clothe, dress
  comfort, console
  rehome, re-home, find a home, find homes
  foster, take in
  """
