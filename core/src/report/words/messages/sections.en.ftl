## Documents and sections
title-review = Periodic review
title-proposal = Maintenance proposal
title-kick-off = Kick-off
section-outcomes = Decisions since last time
lead-outcomes = What was recommended, what was done, and what it changed. A change counts only beyond chance.
section-estate = Estate
lead-estate = What is maintained, how old it is, what changed, and what a contract covers.
section-infrastructure = Infrastructure
lead-infrastructure = What the audit found, what is no longer supported, what everything hangs on.
section-performance = Performance
lead-performance = The period, compared with as long a time before it.
section-plan = Plan of the days to come
lead-plan = What will be done, when, and against which capacity; every date comes from the plan itself.
section-renewals = Renewals and budget
lead-renewals = What is to be replaced, updated or renewed until the end of the plan, and the years after it.
section-contracts = Contracts
lead-contracts = Until when each contract binds, by when notice must be given, what is left of it, and what it costs.
section-decisions = Decisions to take
lead-decisions = Each with its evidence and its expected effect; those with a date first.
section-needs = Stated needs
lead-needs = What you told us.
section-findings = What the audit found
lead-findings = The state in which we found the estate: defects to correct and points to watch.
section-perimeter = Perimeter
lead-perimeter = Which contract answers for which equipment: of several the one of highest rank; a row without contract is not covered.
section-services = Services and service levels
lead-services = What is included, and within which time we answer.
section-price = Price
lead-price = What the plan costs, and what that is by asset and by planned hour.
section-access = Access prerequisites
lead-access = On what we can work from afar, and who must provide what is missing.
section-contacts = Contacts
lead-contacts = Whom to call, and what for.
section-calendars = Calendars
lead-calendars = When sites are open, and the closed days of the plan.
section-questions = Open questions
lead-questions = What nobody could tell so far. Each answer makes the plan better.

## Headings
heading-ages = Ages
heading-budget = Budget
heading-findings = Findings of the audit
heading-incidents = Incidents and their follow-up
heading-load = Load against capacity
heading-price = Prices of { $contract }
heading-trends = Trends
heading-works = Interventions

## Figures
figure-assets = Assets
figure-sites = Sites
figure-covered = Covered by a contract
figure-mean-age = Mean age
figure-value = Known purchase value
figure-audit-score = Audit score
figure-findings-critical = Critical findings
figure-findings-major = Major findings
figure-out-of-support = Products out of support
figure-single-points = Single points of failure
figure-planned = Planned works
figure-planned-hours = Planned work
figure-planned-cost = Cost of planned works
figure-visits = Visits on site
figure-weeks-over = Weeks above capacity
figure-to-replace = To be replaced
figure-to-update = To be updated
figure-to-renew = To be renewed
figure-renewal-price = Known price of these
figure-decisions = Decisions to take
fact-optimal = Regret of the budget, proven least
fact-not-optimal = Regret of the budget, not proven least
fact-gap = At most above the least

## Columns
col-age = Age
col-age-days = Age, days
col-asset = Asset
col-assets = Assets
col-begin = From
col-breaches = Missed levels with a penalty
col-by = Who
col-calendar = Calendar
col-cap = Cap
col-capacity-minutes = Capacity
col-carried = Carried in
col-carried-in = Carried in
col-category = Category
col-change = Change
col-code = Code
col-consequence = Consequence
col-consumed = Consumed
col-contract = Contract
col-cost = Cost
col-net-cost = Cost, penalties deducted
col-cost-per-asset = Cost per asset
col-cost-per-hour = Cost per planned hour
col-covered = Covered
col-day = Day
col-dependents = Assets that stop with it
col-done = Done
col-due = Due
col-duration-minutes = Duration
col-exhausted-on = Exhausted on
col-expected = Expected
col-finding = What was found
col-first-time = Fixed first time
col-given-up = Given up
col-granted = Granted
col-group = Group
col-hours = Hours
col-incident = Incident
col-included = Included
col-kept = Levels kept
col-kind = Kind
col-labour-minutes = Labour
col-lacking = Lacking
col-last-covered = Last covered day
col-last-day = To
col-left = Left
col-mandatory = Mandatory
col-mean-age = Mean age
col-measure = Measure
col-missing = Something missing
col-mode = Where
col-month = Month
col-name = Name
col-need = Need
col-next-cost = Cost until the end of the plan
col-not-applicable = Not applicable
col-not-known = Unknown
col-notice-by = Notice by
col-number = Number
col-occurrence = Id
col-on-site = On site
col-open = Open
col-opened = Opened
col-overdraft = Overdrawn
col-parties = Parties
col-penalties = Penalties
col-possible = Possible
col-price = Price
col-priority = Priority
col-product = Product
col-question = Question
col-reach = How to reach
col-reason = Reason
col-recent = Recent
col-remaining = Remaining
col-remote = Remote
col-renewal = Renewal
col-reopened = Reopened
col-repairs = Repairs
col-resolution = Mean time to resolve
col-role = For
col-service = Service
col-share = Of capacity
col-site = Site
col-skill = Skill
col-spent = Spent
col-state = State
col-stops-critical = Stops a critical one
col-subject = Subject
col-support-end = Support ends
col-target = Target
col-task = Work
col-tickets = Tickets
col-to-do = To do
col-travel-minutes = Travel
col-unpriced = Price unknown
col-value = Known value
col-waiting = Waiting
col-wanted = Wanted
col-warranty-end = Last day of warranty
col-week = Week of
col-weekday = Weekday
col-what = What
col-where = Where
col-why = Why
col-within = Within
col-work-minutes = Hours
col-works = Works
col-year = Year

## Tables
table-access-sites = Remote access by site
table-access-wants = What is missing or unknown
table-ageing = Open incidents by age
table-budget-left-out = Left out of the budget
table-budget-years = Budget by year
table-calendar = Calendar
table-works = Every work
table-access-assets = Remote access, asset by asset
table-calendars = Opening hours of an ordinary week
table-closed-days = Closed days
table-conflicts = Conflicts
table-contacts = Contacts
table-contract-costs = Cost and penalties
table-contracts = Contracts
table-entitlements = Entitlements
table-estate-categories = Assets by category
table-estate-changes = Changes of the estate
table-estate-sites = Assets by site
table-follow-ups = Preventive work after repairs
table-forecast = Years ahead
table-interventions = Interventions
table-levels = Service levels by priority
table-needs = Stated needs
table-open-incidents = Open incidents
table-overloads = Weeks above capacity
table-perimeter = Assets by contract
table-plan-modes = On site and remote
table-plan-months = Works by month
table-price-basis = Cost of the plan
table-problems = Suggested problems
table-questions = Open questions
table-renewals = Due until the end of the plan
table-service-levels = Promised service levels
table-services = Services
table-single-points = Single points of failure
table-support-ends = End of support
table-warranty-ends = Warranty

## Charts
chart-ages = Ages of the estate, today and if what is planned is done
chart-budget = Budget by year
chart-heat = Work planned each day
chart-load = Work of each week by skill
chart-month = Works of { $month }
chart-survival = Assets without a failure since the log began
chart-wanted = Known price of what is due, by year
chart-works = Labour of each week by kind
series-spent = spent
ages-from = { $years } and more

## Units and small words
unit-assets = assets
unit-hours = h
unit-years = years
unit-months = months
total = Total
yes = yes
no = no
closed = closed
any-priority = any other
no-end = no end
kind-defect = Defect:
kind-watch = To watch:
state-over = over
state-to-come = to come
state-assumed = by assumed tacit renewal
state-notice-passed = notice for the current term is too late
state-suspended = suspended, covered again on { $day }
access-missing = missing
access-unknown = unknown
age-between = { $from } to { $below } days
age-from = { $from } days and more

## Changes of the estate
change-joined = joined the estate
change-gone = no longer in the estate
change-retired = retired
change-in-service = in service since { $day }
change-site = site: { $before } → { $after }
change-name = name: { $before } → { $after }
change-category = category: { $before } → { $after }
change-criticality = criticality: { $before } → { $after }
change-os = system: { $before } → { $after }
changes-by-dates = No earlier estate was given: only assets that came into service in the period are known.

## Where there is nothing
no-assets = No asset.
no-audit = No audit was made.
no-budget = The engagement has no budget: what is due is not placed in years.
no-calendars = No calendar.
no-catalogue = No support catalogue was given: ends of support are not known.
no-changes-dated = No asset came into service in the period, as far as dates are known.
no-changes-since = Nothing changed since the last review.
no-closed-days = No closed day but weekly rest.
no-conflicts = Every work has its day, the house rules are kept, and everything planned is covered.
no-contacts = No contact was given.
no-contracts = The engagement names no contract.
nothing-to-decide = Nothing has to be decided.
no-entitlements = No service has a limit.
audit-clean = The audit found nothing.
no-forecast = Nothing is due in the years ahead, as far as dates are known.
no-interventions = No intervention is known in the period.
no-levels = No service level was agreed.
no-log-of-period = The log ends on { $day }: nothing is known of the period.
no-log = No log was given: performance is not known.
no-needs = No need was stated.
no-past-decisions = No decision of an earlier review was given.
no-overloads = No week asks for more than a skill offers.
no-questions = Nothing is left to ask.
no-relations = Nobody told what depends on what: single points of failure are not known.
no-renewals = Nothing is due until the end of the plan.
no-repairs = No repair in the period.
no-services = No service was agreed.
no-single-points = Nothing stops others without a substitute.
no-support-ends = No recognised product ends its support until the end of the plan.
no-tickets = No ticket in the period.
no-wants = Nothing is missing for remote work.
no-warranty-ends = No warranty ends until the end of the plan.
no-works = Nothing is planned.
nothing-left-out = Everything that is due has its year.
nothing-open = No incident is open.

## Notes
note-budget-other = { $count ->
    [one] { $number } renewal is not in the budget: its price is in another currency.
   *[other] { $number } renewals are not in the budget: their prices are in another currency.
}
note-budget-unpriced = { $count ->
    [one] { $number } renewal is not in the budget: its price is unknown.
   *[other] { $number } renewals are not in the budget: their prices are unknown.
}
note-fault = Not computed ({ $code }): { $message }.
note-gantt-rest = { $count ->
    [one] { $number } more row is not drawn; the calendar of works has it.
   *[other] { $number } more rows are not drawn; the calendar of works has them.
}
note-left-out = not in it: { $text }
note-no-price = { $contract } states no price.
note-no-trend = Without a value in any month: { $list }.
note-price-basis = Assets are those that the contract covers on the first day; hours are those of the plan under it. Repairs are not in the hours.
note-retired = { $count ->
    [0] none retired
    [one] { $number } more is retired
   *[other] { $number } more are retired
}
note-survival = The part of the assets that has not failed after so many months (Kaplan–Meier, 95% interval): counted from the first day of the log, or from the day on which an asset came into service; those that have not failed count as long as they were observed.
detail = { $count ->
    [one] { $title }: { $number } row, in the workbook and the CSV files.
   *[other] { $title }: { $number } rows, in the workbook and the CSV files.
}
note-too-early = too early to measure, or not measurable
note-uncovered = { $count ->
    [0] all are covered
    [one] { $number } is not covered
   *[other] { $number } are not covered
}
note-undated = { $count ->
    [0] the age of all is known
    [one] the age of { $number } is unknown
   *[other] the age of { $number } is unknown
}
note-undated-works = { $count ->
    [one] { $number } intervention has no date and is in no month.
   *[other] { $number } interventions have no date and are in no month.
}
note-undecided = { $count ->
    [one] { $number } check is undecided for want of facts.
   *[other] { $number } checks are undecided for want of facts.
}
note-unpriced = { $count ->
    [0] every price is known
    [one] { $number } price is unknown
   *[other] { $number } prices are unknown
}
note-unpriced-works = { $count ->
    [one] { $number } work or visit has no price
   *[other] { $number } works or visits have no price
}
note-warranty-over = { $count ->
    [0] No asset is out of warranty.
    [one] { $number } asset is out of warranty.
   *[other] { $number } assets are out of warranty.
}
note-warranty-unknown = { $count ->
    [0] The warranty of all is known.
    [one] The warranty of { $number } is unknown.
   *[other] The warranty of { $number } is unknown.
}
note-without-date = { $count ->
    [one] { $number } without a date, so in no year:
   *[other] { $number } without a date, so in no year:
}
months = { $count ->
    [one] { $number } month
   *[other] { $number } months
}
repeats = { $count ->
    [0] No failure came back within 30 days.
    [one] { $number } failure came back within 30 days:
   *[other] { $number } failures came back within 30 days:
}
some-of = { $count ->
    [one] { $list } and { $number } more
   *[other] { $list } and { $number } more
}
question-undecided = Cannot be checked: { $title }. What is missing: { $facts }
summary-first = The first decision is due on { $day }: { $title }.
entry-decision = To decide: { $title }
why-window = no year of the budget is within its dates
why-dearer = leaving it out costs less
why-cap = the caps bar it
why-unfinished = the search stopped at its limit

## Decisions
decide-remedy = { $remedy }: { $title }
decide-notice = Continue { $contract }, or give notice
decide-end = { $contract } ends: renew it or replace it
decide-replace = { $count ->
    [one] Replace { $number } asset
   *[other] Replace { $number } assets
}
decide-update = { $count ->
    [one] Update { $number } product
   *[other] Update { $number } products
}
decide-budget = Raise a cap, or accept what is left out
decide-capacity = Add capacity, or move work
decide-coverage = { $count ->
    [one] Cover { $number } asset, or accept that it is not
   *[other] Cover { $number } assets, or accept that they are not
}
why-notice = Without notice it is renewed; with notice its last covered day is { $day }.
why-end = Nothing renews it by itself.
why-budget = { $count ->
    [one] { $number } mandatory renewal fits in no year.
   *[other] { $number } mandatory renewals fit in no year.
}
why-capacity = { $count ->
    [one] { $number } week asks for more than a skill offers.
   *[other] { $number } weeks ask for more than a skill offers.
}
evidence-beyond = Work beyond capacity
evidence-due = Due until the end of the plan
evidence-findings = Critical or major findings
evidence-mandatory = Mandatory renewals without a year
evidence-over = Of these, overdue
evidence-unpriced = Of these, price unknown
evidence-value = Known value
effect-works = Works a year
effect-hours = Work a year
effect-visits = Visits a year

## Sourcing
title-sourcing = In house or outsourced
section-demand = Demand
lead-demand = The work of each year: planned upkeep from the plan, repairs from the log.
section-costs = Costs
lead-costs = What each option costs, year by year; whole posts are paid, fractional ones show what the work alone would cost.
section-posts = Posts
lead-posts = Posts that the work fills, and posts that are paid.
section-turns = Where the answer turns
lead-turns = Which option is cheapest at which volume of a running year, and from when on one has cost less than another.
section-sensitivity = Sensitivity
lead-sensitivity = How far the distance between the two best options moves when one parameter changes alone.
section-gaps = What is not covered
lead-gaps = Skills, hours and absences that an option leaves open, and what is not known of it.
section-risk = Risk beside cost
lead-risk = Expected downtime and what it costs; it is in no cost above.
figure-cheapest = Cheapest
figure-npv = Its net present value
figure-ahead = Ahead of the second by
figure-per-asset = Per asset and year
figure-per-intervention = Per intervention
table-demand = Demand by year
table-incident-rates = Incidents of a year
table-option-totals = Options
table-option-years = Cost by year
table-option-parts = Parts of the cost
table-posts = Posts by year
table-gaps = Coverage gaps
table-unknown = What is not known
table-risk = Cost and expected downtime
table-volumes = Cheapest option by volume
table-break-even-dates = From when on an option has cost less
table-thresholds = Thresholds
chart-cumulated = Cumulated cost of the options
chart-tornado = Distance between the two best options
crossing = { $option } ahead, { $month }
year-number = year { $number }
all-perimeters = all
unchanged = unchanged
col-above = Above
col-basis = Posts
col-below = Below
col-by-trend = If the trend goes on
col-cheapest = Cheapest
col-cheapest-above = Cheapest above
col-cheapest-below = Cheapest below
col-corrective = Repairs
col-cost-part = Part of the cost
col-cost-per-intervention = Cost per intervention
col-cumulated = Cumulated
col-downtime-hours = Downtime of year 1
col-downtime-npv = Downtime, present value
col-fractional-cost = Cost, fractional posts
col-fractional-cumulated = Cumulated, fractional posts
col-fractional-npv = Present value, fractional posts
col-from = From
col-gap = Gap
col-incidents = Observed
col-interventions = Interventions
col-lower = At least
col-months = Months
col-npv = Net present value
col-option = Option
col-parameter = Parameter
col-passes-below = Passes below
col-people = People
col-per-year = A year
col-perimeter = Perimeter
col-posts-needed = Posts needed
col-posts-paid = Posts paid
col-searched = Searched
col-to = To
col-total = Total
col-turns-at = Turns at
col-upper = At most
col-visits = Visits
col-with-risk-npv = Both, present value
no-break-even-dates = No option catches up with another.
no-forecast-of-incidents = No log was given: repairs are those that were stated.
no-gaps = Every skill and hour that is needed is offered.
no-posts = No option has a team of its own.
no-thresholds = No parameter was searched.
no-volumes = No volume can be told: something is unknown.
not-enough-options = Fewer than two options can be ranked.
no-effect-sourcing = the costs above are the effect
note-bases-disagree = With fractional posts the answer is another: { $option }.
note-not-ranked = Not ranked, because something is unknown: { $list }.
note-risk-disagrees = With the expected downtime the answer is another: { $option }.
note-tornado = Below zero another option is cheaper.
note-volumes = Asked: { $asked } interventions a year; searched up to { $bound }.
decide-sourcing = Choose: { $option }
why-sourcing = { $option } costs less than { $other } over the years, discounted.
evidence-npv = Net present value
evidence-fractional = Cheapest with fractional posts
evidence-with-risk = Cheapest with expected downtime
