### What went wrong. Two messages for each code: what happened, and what to do.

fault-wrong-passphrase = That did not open it.
fault-wrong-passphrase-advice = Try again, or use your recovery sheet.

fault-wrong-recovery-key = That key does not fit this journal.
fault-wrong-recovery-key-advice = Look at the groups once more, one by one. Spaces and small letters do not matter.

fault-weak-passphrase = This one is easy to guess.
fault-weak-passphrase-advice = A few more words would make it much stronger. You can also use it as it is.

fault-bad-passphrase = This cannot be a passphrase.
fault-bad-passphrase-advice = Use one word or more, and no more than a few lines.

fault-locked = Your journal is closed.
fault-locked-advice = Open it with your passphrase, then go on where you were.

fault-busy = Another window has your journal open.
fault-busy-advice = Close that one, then try again.

fault-damaged = Your journal file cannot be read.
fault-damaged-advice = Nothing was deleted. You can put a backup in its place.

fault-newer = Your journal was made by a newer Cairn.
fault-newer-advice = Update Cairn on this computer, then open it again. Nothing was changed.

fault-exists = There is a journal here already.
fault-exists-advice = Close Cairn and start it again to open that one. Nothing was changed.

fault-no-place = The file cannot be saved there.
fault-no-place-advice = That is the folder in which a journal lives, or not a file. Choose another place. Nothing was changed.

fault-disk-full = The disk is full.
fault-disk-full-advice = Make some room on it, then try again. Your words are still here.

fault-read-only = Nothing can be written to the folder of your journal.
fault-read-only-advice = Check that the disk is not locked against writing, then try again. Your words are still here.

fault-disk = The disk did not answer as it does on other days.
fault-disk-advice = Try again. If it happens more than once, copy your words to a safe place and check the disk.

fault-not-found = That is not in your journal any more.
fault-not-found-advice = It may be in the bin. Go back and look once more.

fault-invalid = Something in what you wrote cannot be kept as it is.
fault-invalid-advice = Change it a little and try again. Your words are still here.

# The same where it is known which field, and why. $field: one of the names below.
fault-invalid-empty = There is nothing in “{ $field }” yet.
fault-invalid-empty-advice = A few words are enough. The rest is still here.
fault-invalid-toolong = “{ $field }” is longer than can be kept.
fault-invalid-toolong-advice = Make it shorter, or put a part of it elsewhere. Your words are still here.
fault-invalid-toomany = There are more in “{ $field }” than can be kept.
fault-invalid-toomany-advice = Take some out, then try again. Your words are still here.
fault-invalid-unreadable = There is a sign in “{ $field }” that cannot be kept.
fault-invalid-unreadable-advice = It may have come along when you pasted. Type that part by hand. Your words are still here.

## Names of fields in these sentences

fault-field-other = what you wrote
fault-field-text = what you did
fault-field-who = who it was for
fault-field-need = what they needed
fault-field-changed = what changed
fault-field-their_words = their words
fault-field-my_part = your part in it
fault-field-in_the_way = what was in the way
fault-field-promise = the promise
fault-field-people = people
fault-field-tags = tags
fault-field-pursuits = what it is an example of
fault-field-answers = your answers
fault-field-marks = your marks
fault-field-ripples = what you learned later
fault-field-guide = the guide
fault-field-prompt = the prompt
fault-field-account = what happened
fault-field-fact = the note
fault-field-what = what you promised
fault-field-to = to whom
fault-field-said = by when
fault-field-by = by when
fault-field-reach = how to reach back
fault-field-count_on = people you can count on
fault-field-help_lines = your own help lines
fault-field-help_region = the help lines
fault-field-days_off = days off
fault-field-slot = the draft

## The program itself

fault-bad-request = Cairn did not understand itself.
fault-bad-request-advice = Your words are still here. Try again, or start Cairn afresh.

fault-details = Details
fault-copy-text = Copy my text
fault-copied = Copied.
fault-not-copied = It could not be copied. Select the text by hand.
