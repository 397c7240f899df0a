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

fault-bad-request = Cairn did not understand itself.
fault-bad-request-advice = Your words are still here. Try again, or start Cairn afresh.

fault-details = Details
fault-copy-text = Copy my text
fault-copied = Copied.
fault-not-copied = It could not be copied. Select the text by hand.
