## Words that every back end uses
unknown = unknown
no-figures = No figures.
