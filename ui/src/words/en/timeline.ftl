### The Timeline: the stones along the path, search, filters, and the bin.

timeline-title = Timeline
timeline-list = Your moments
timeline-listbox = Your moments, newest first
timeline-search = Search your moments
timeline-search-key = Ctrl F
timeline-search-clear = Clear the search
timeline-show = Show
timeline-all = All
timeline-kept-close = Kept close
timeline-more-kinds = More kinds
timeline-more = More
timeline-options = More on the timeline
timeline-to-bin = Bin
timeline-month-stones =
    { $n ->
        [one] 1 stone
       *[other] { $n } stones
    }
timeline-month-group = { $month }, { $stones }
timeline-when = { $day }, { $time }
timeline-wordless = No words, and that is allowed.
timeline-empty = No stones yet. The first one can be small.
timeline-empty-action = Write one
timeline-filter-empty = Nothing under { $kind } yet.
timeline-close-empty = Nothing kept close yet.
timeline-show-all = Show all
timeline-search-empty = Nothing found for “{ $query }”.
timeline-search-hint = You can also ask with tag:ward, who:nurse or before:2026-10.
timeline-found =
    { $n ->
        [one] 1 found
       *[other] { $n } found
    }
timeline-found-many = More than { $n } found
timeline-apart = Not among these
timeline-choose = Choose a stone to read it.
timeline-try-again = Try again

## The bin

bin-title = Bin
bin-back = Back to the timeline
bin-list = In the bin
bin-empty-state = The bin is empty.
bin-since = Put here on { $when }
bin-restore = Put back
bin-restore-this = Put back: { $text }
bin-restored = Put back where it was.
bin-empty = Empty the bin…
bin-count =
    { $n ->
        [one] 1 stone lies here. It stays until you empty the bin.
       *[other] { $n } stones lie here. They stay until you empty the bin.
    }
bin-dialog-title = Empty the bin for good?
bin-dialog-text =
    { $n ->
        [one] The stone in it will be gone for good, with its older versions. This cannot be undone.
       *[other] The { $n } stones in it will be gone for good, with their older versions. This cannot be undone.
    }
bin-dialog-backups = Backups made earlier still hold what was in it, until they are replaced or deleted.
# The word to be typed; lower case.
bin-dialog-word = empty
bin-dialog-type = Type “{ $word }” to go on
bin-dialog-cancel = Cancel
bin-dialog-act = Empty the bin
bin-emptied =
    { $n ->
        [0] The bin was empty already.
        [one] The bin is empty. 1 stone is gone for good.
       *[other] The bin is empty. { $n } stones are gone for good.
    }
