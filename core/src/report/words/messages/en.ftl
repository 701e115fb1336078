## Words that every back end uses
unknown = unknown
no-figures = No figures.

## Back ends
summary-title = Summary
provider = Provider
period = Period
known-until = Known until
before = Before: { $value }
compared-with = compared with { $value }
evidence-line = { $label }: { $value }
evidence-limit = { $label }: { $value } (compared with { $limit })
colon = :
to-do = To do:
no-facts = Nothing is recorded.
no-findings = No finding.
no-decisions = No decision to take.
no-outcomes = No earlier decision.
no-rows = no row
as-table = The figures as a table
cut = Listed: the first { $shown } of { $all }; the workbook and the CSV files have them all.
omitted =
    { $count ->
        [one] { $number } row beyond the bound of the document is in none of its forms.
       *[other] { $number } rows beyond the bound of the document are in none of its forms.
    }
figures-title = Key figures
facts-title = Facts
findings-title = Findings
decisions-title = Decisions to take
evidence-title = Evidence and effect of the decisions
outcomes-title = What became of earlier decisions
column-section = Section
column-key = Reference
column-figure = Figure
column-fact = Fact
column-value = Value
column-before = Before
column-after = After
column-change = Change
column-note = Remark
column-rank = Rank
column-severity = Severity
column-code = Code
column-subject = Subject
column-text = Finding
column-remedy = To do
column-evidence = Evidence
column-decision = Decision
column-why = Why
column-effect = Expected effect
column-no-effect = Why no effect is stated
column-by = Decide by
column-cost = Cost
column-role = Part
column-measure = Measure
column-limit = Compared with
column-recommended = Recommended
column-status = Status
column-done = Done
contents = Contents
column-table = Table
column-rows = Rows
text-cut = … (cut: the text has { $number } characters)
