### The Purpose log screen: choices, preview, saving. The words of the document itself are in log.ftl.

logscreen-title = Purpose log
logscreen-lead = Your moments as one document, to keep or to show.

## Choices

logscreen-range = When
logscreen-from = From
logscreen-to = To
logscreen-any-day = Any day
logscreen-this-month = This month
logscreen-this-year = This year
logscreen-everything = Everything
logscreen-range-turned = “From” is later than “To”. Nothing lies between.

logscreen-kinds = What goes in
logscreen-on-page = On the page
logscreen-starred = Only what I kept close
logscreen-days = Show the day, not only the month
logscreen-their-words = Include the words they said
logscreen-feelings = Include feelings and costs
logscreen-feelings-hint = For this copy only. It goes off again after you save.
logscreen-feelings-off = Feelings and costs are off again.
logscreen-left-out = Left out by default: their words, feelings, costs, what was in the way, quiet days, hard days and reflections. What lies in the bin never goes in.

## Preview

logscreen-preview = Preview
logscreen-count = { $n ->
    [0] No moments
    [one] { $n } moment
   *[other] { $n } moments
}
logscreen-more = Show more of the preview
logscreen-shown = The file holds all { $total } moments. The first { $n } are drawn here.
logscreen-choose = Choose one moment or more.
logscreen-choose-kinds = Nothing is ticked under “What goes in”.
logscreen-choose-match = Nothing in your journal matches these choices. A longer time or more kinds may help.
logscreen-empty = Your moments will stand here, oldest first. The first one can be small.
logscreen-show-everything = Show everything

## Saving

logscreen-check = Read it once as your boss, once as a stranger. Then save it.
logscreen-save = Save as Markdown…
logscreen-saved = Saved as { $name }. This copy is not locked.
logscreen-saved-unnamed = Saved. This copy is not locked.

logscreen-archive = Everything, as an archive
logscreen-archive-what = One JSON file with every entry, its feelings, costs and older versions. It is not locked, so keep it where only you can reach.
logscreen-archive-save = Save the archive…
