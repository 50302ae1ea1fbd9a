/// What people do at work: one class a line, and words of one class can stand for one another.
///
/// A word may be in several classes (`run` a server, a survey, a team); it then matches the words of
/// each, though these do not match one another. Opposites and stages of work (plan, design, write,
/// review, approve, publish…) need no table: being in no common class makes them differ. So the one
/// rule for adding here is that no two words of a line may be two steps of the same work.
let verbClasses: StaticString = """
  create, creation, build, set up, establish, establishment, develop, construct, construction, put together, implement, implementation, make, produce, production, stand up, spin up, set-up
  write, draft, draw up, prepare, preparation, compose, author, put together, write up, pen, produce, compile, redact, formulate, formulation
  compile, compilation, assemble, put together, collate
  rewrite, redraft, rework, revise
  update, refresh, bring up to date, revise, revision, modernise, renew, amend, amendment, edit
  upgrade, bring up, move up, uplift, version bump, bump
  change, modify, modification, alter, alteration, adjust, adjustment, adapt, adaptation, amend, tweak
  fix, repair, mend, resolve, resolution, correct, correction, patch up, sort out, remedy, rectify, put right, solve, bugfix, debug
  buy, purchase, procure, procurement, acquire, acquisition, order, obtain, source
  order, place an order
  hire, recruit, recruitment, find and hire, take on, employ, bring on board, fill
  lay off, dismiss, dismissal, make redundant, let go, fire
  find, look for, search for, seek, locate, scout, identify, source, track down, hunt for, discover
  arrange, arrangement, organise, organize, organisation, coordinate, coordination, co-ordinate, set up
  organise, organize, arrange, plan
  hold, run, host, conduct, carry out, put on, lead, facilitate, facilitation, stage, organise, moderate
  run, carry out, execute, execution, perform, process, conduct, do, undertake, administer
  chair, preside, lead, moderate, moderation
  investigate, investigation, look into, research, find out, explore, study, examine, examination, dig into, figure out, work out, get to the bottom
  analyse, analysis, analyze, study, examine, crunch, analytics
  check, verify, verification, confirm, confirmation, validate, validation, make sure, ensure, test, double-check, double check, see that
  check, inspect, inspection, examine, examination, survey, look over, go over, scan, control
  test, trial, try out, try, testing, exercise
  compare, comparison, match, cross-check, contrast, reconcile
  reconcile, reconciliation, square, balance
  audit, examine
  review, go over, look over, go through, read through, look through, examine, critique, reread
  evaluate, evaluation, assess, assessment, appraise, appraisal, judge, rate, review, gauge
  estimate, estimation, size, cost, gauge, forecast
  forecast, predict, prediction, project, projection
  calculate, calculation, compute, computation, work out, figure out, determine
  measure, measurement, quantify, gauge
  determine, determination, establish, find out, work out, ascertain, identify, identification
  delete, deletion, remove, removal, drop, erase, purge, clear out, get rid of, strip out, strip, wipe, eliminate, elimination, discard, prune, take out, rip out, take off
  take down, remove, pull
  dismantle, take down, disassemble, tear down, break down, strike
  clean, clean up, cleanse, tidy, tidy up, wash, scrub, cleanup, cleaning
  choose, choice, select, selection, pick, decide on, pick out, settle on, opt for, decide
  decide, decision, determine, make a decision, settle
  agree, agreement, settle, reach agreement, come to an agreement
  negotiate, negotiation, bargain, haggle
  answer, reply, respond, response, get back, deal with, handle, field
  ask, ask for, request, enquire, inquire, query
  ask for, request, solicit, call for, apply for, seek
  apply, application, put in for
  teach, train, instruct, coach, educate, education, educating, school
  coach, mentor
  onboard, induct, induction, show the ropes, introduce, onboarding, bring on board, orient
  speed up, faster, accelerate, acceleration, quicken, optimise, optimisation, make faster, quicker, improve performance, improve the performance, improve the speed
  tune, optimise, fine-tune
  improve, improvement, enhance, enhancement, better, optimise, polish, upgrade, strengthen
  retire, retirement, decommission, shut down, phase out, sunset, take out of service, switch off, turn off, withdraw, withdrawal, discontinue
  turn off, switch off, disable, deactivate, deactivation, shut off, power off, shut down
  turn on, switch on, enable, activate, activation, power on
  refuse, refusal, reject, rejection, decline, turn down, not accept, deny, turn away, say no
  accept, acceptance, take, say yes
  approve, approval, authorise, authorize, authorisation, sign off, sign-off, signoff, give approval, ok, green-light, clear, ratify, endorse, endorsement
  sign, signature, countersign
  reduce, reduction, cut, lower, decrease, shrink, bring down, cut down, cut back, trim, minimise, lessen, scale down, decline
  increase, raise, grow, boost, expand, expansion, extend, extension, enlarge, scale up, lift, put up, ramp up, step up
  extend, extension, prolong, lengthen
  raise, collect, fundraise, raise funds, raise money
  collect, collection, gather, obtain, get, acquire, round up, solicit, capture, compile, assemble, pull together
  archive, file away, store
  store, storage, stash, put away, keep
  save, preserve, preservation, conserve, conservation
  file, submit, submission, lodge, send in, hand in, turn in
  send, send out, mail, dispatch, post, email, circulate, deliver, forward, issue, distribute
  deliver, delivery, bring, drop off, hand over, ship
  email, e-mail, mail, write to, message
  call, phone, telephone, ring, ring up
  contact, get in touch, reach out, approach, get hold
  inform, tell, notify, notification, let know, brief, make aware, alert, advise, update, give notice
  announce, announcement, make public, proclaim, publicise, communicate
  publish, publication, release, post, put online, make public, issue, put up
  release, launch, ship, go live, roll out, put out
  launch, kick off, start, open
  deploy, deployment, roll out, rollout, ship, push, release, install
  roll out, rollout, introduce, introduction, launch, bring in, adopt, adoption
  start, begin, commence, kick off, initiate, open
  stop, halt, end, cease, discontinue, quit
  stop, prevent, prevention, block, avoid, guard against, keep out
  block, ban, bar, blacklist, forbid, prohibit
  allow, permit, let, enable, make possible
  finish, complete, completion, finalise, finalisation, wrap up, conclude, close out, round off
  cancel, cancellation, call off, abort
  postpone, postponement, delay, put off, defer, push back, reschedule
  schedule, plan, timetable, calendar, set a date, fix a date
  plan, planning, map out, plan out
  design, sketch out, lay out
  prototype, mock up, mockup, proof of concept, poc
  sketch, outline, doodle
  draw, sketch
  outline, summarise, sum up, recap, summary, digest
  specify, specification, spec, spec out, define
  define, definition, set, set out, lay down, specify, spell out, establish
  document, documentation, write down, describe, description, write documentation, record, write docs
  record, log, note, note down, enter, register, write down
  register, registration, sign up, enrol, enroll, enrolment, enlist
  move, migrate, migration, transfer, relocate, relocation, shift, transition, port, switch, switch over, carry over, bring over
  import, load, bring in, ingest
  export, extract
  copy, duplicate, clone, replicate, replication, mirror
  combine, combination, merge, join, unify, unification, consolidate, consolidation, amalgamate
  split, separate, separation, divide, division, break up, partition
  sort, order, arrange, classify, classification, categorise, put in order, group
  tag, label, mark, annotate
  replace, replacement, swap, swap out, substitute, substitution, exchange, change
  rename, retitle, change the name
  restore, restoration, recover, recovery, bring back, reinstate, get back
  back up, backup, save a copy, backing up
  rotate, rotation, cycle, roll over
  renew, renewal, extend, prolong
  maintain, maintenance, keep, keep up, upkeep, look after, take care of, service, keep up to date, keep current
  keep up to date, keep current, maintain, update
  take care of, look after, manage, management, care for, be responsible for, responsible for, handle, own, in charge of, be in charge of, oversee, tend, run, administer, administration
  supervise, supervision, oversee, oversight, watch over
  monitor, monitoring, watch, track, keep track of, keep an eye on, observe, observation, follow
  manage, lead, direct, head, steer
  handle, deal with, process, take care of, attend to, sort out
  host, put up, accommodate, accommodation
  support, help, assist, assistance, aid, back
  give, provide, provision, supply, offer, hand, grant
  provision, set up, spin up
  give away, donate, donation
  lend, loan out, rent out, lease out, hire out
  borrow, rent, take a loan of
  sell, sale, market, flog
  book, reserve, reservation, booking
  pay, settle, payment, pay off, reimburse
  reimburse, refund, pay back, reimbursement
  invoice, bill
  chase, follow up, pursue, chase up, remind, send reminders, send a reminder
  follow up, check back
  meet, get together, have a meeting, hold a meeting, catch up
  interview, talk to, speak to, speak with, talk with
  discuss, discussion, talk about, talk over, talk through, debate
  present, presentation, show, demo, demonstrate, demonstration, showcase
  explain, explanation, brief, clarify, clarification, walk through, describe
  translate, translation, render
  localise, localisation, localize, l10n
  proofread, copy-edit, proof, copyedit
  print, print out, run off
  photograph, take photos, take pictures, take photographs, shoot
  film, shoot, video, record
  edit, cut
  paint, repaint, redecorate, decorate
  install, installation, set up, fit, mount, put in, deploy
  uninstall, deinstall
  configure, configuration, set up, setup, config
  connect, connection, link, hook up, wire up, integrate, integration, tie in, attach
  disconnect, unhook, detach
  secure, harden, lock down, protect, protection
  encrypt, encryption, cipher
  decrypt, decryption, decipher
  automate, automation, script
  refactor, restructure, rework, reorganise, clean up
  simplify, simplification, streamline, slim down
  rebuild, reconstruct, reconstruction, recreate, regenerate, regeneration
  redesign, restyle, revamp, makeover
  renovate, renovation, refurbish, refurbishment, do up
  deprecate, deprecation
  benchmark, measure performance, measure the performance
  profile, profiling
  cache, caching
  index, indexing
  backfill, back-fill, fill in, fill, populate
  fill out, fill in, complete, fill
  design, style
  promote, promotion, advertise, publicise, publicity, plug, market
  advertise, advertising, put an ad, run ads
  demote, downgrade
  reward, recognise, recognition, thank, appreciate, appreciation
  thank, say thank you, thank you, give thanks, send thanks
  welcome, greet, receive
  invite, invitation, ask along
  visit, call on, go to see
  attend, attendance, go to, take part, participate, participation, join
  join, sign up
  represent, representation, stand in for, act for
  vote, ballot, elect, election
  nominate, nomination, put forward, propose
  propose, proposal, suggest, suggestion, recommend, recommendation, put forward
  appoint, appointment, name, designate
  assign, assignment, allocate, allocation, distribute, hand out, allot
  distribute, distribution, hand out, give out, pass out, share out
  share, circulate, pass on
  delegate, delegation, pass on
  hand over, handover, hand off, pass on, transfer
  return, give back, bring back, send back, take back
  swap, exchange, trade
  win, gain, land, attract
  sponsor, fund, finance, bankroll
  budget, draw up a budget
  count, tally, take stock, stocktake, inventory
  weigh, take the weight
  feed, give food
  water, irrigate, irrigation
  mow, cut the grass
  plant, sow
  harvest, reap, bring in the crop
  sterilise, sterilisation, autoclave
  disinfect, disinfection, sanitise
  calibrate, calibration, recalibrate
  label, relabel
  pack, package, wrap, box, box up
  unpack, unwrap
  load, fill up
  unload, empty
  empty, clear, clear out
  refill, top up, replenish, restock
  lock, lock up
  unlock, open up
  open, open up
  close, shut, closure
  close, resolve, finish
  triage, prioritise, prioritisation, rank, go through, sort through
  escalate, escalation
  enforce, enforcement, impose, require, mandate
  comply, compliance, conform, conformance, adhere, adherence
  cover, insure
  withstand, survive, cope with, resist
  recruit, sign up, enlist, find
  retain, retention, keep
  shortlist, short-list, draw up a shortlist
  rehearse, rehearsal, practise, practice, run through
  perform, performance, play
  transport, carry, haul, convey
  drive, give a lift
  cook, prepare food, make food
  serve, wait on
  learn, study, get to know
  report, give a report, write a report
  sign in, log in, login, log on, signin, sign on, signing in
  sign out, log out, logout, log off, signout
  sign up, signup, register, registration
  subscribe, subscription
  unsubscribe, cancel the subscription, opt out
  check in, checkin
  check out, checkout
  opt in, consent
  upload, put up
  download, fetch
  synchronise, synchronisation, sync, keep in sync
  render, draw
  process, work through
  inspire, motivate, encourage
  evacuate, evacuation
  vaccinate, vaccination, immunise, immunisation, inoculate
  quarantine, isolate, isolation
  moderate, moderation, police
  guard, watch, patrol
  rescue, save
  scrap, dispose of, disposal, throw away, throw out, bin, discard, get rid of
  recycle, recycling
  inherit, take over
  take over, assume
  survey, poll, canvass
  sample, take samples, take a sample
  subtract, deduct
  add, addition, include, inclusion, insert, append, introduce, put in
  exclude, exclusion, leave out, omit
  attach, enclose
  fail, failure, break, crash
  erect, put up, raise, pitch
  unblock, unlock
  reassure, calm
  mediate, mediation, arbitrate
  resign, resignation, step down
  sue, take to court
  complain, complaint
  apologise, apology, say sorry
  prepare, make, get ready, make ready, ready
  cancel, terminate, termination, end, call off
  finish, end
  publish, put online, make available
  create, generate, generation
  create, found
  write, type up, jot down
  compile, draw up, put together, make
  gather, collect, harvest, glean
  """

/// Verbs that say nothing beyond that something is done. The noun beside them is the work: `do the
/// review` is `review`.
let emptyVerbs: StaticString = """
  do, make, carry out, perform, conduct, have, get, take, undertake, run, make sure, ensure, see to it, help, try, need, want, be, go, put, let, act, come, hold, accomplish
  """
