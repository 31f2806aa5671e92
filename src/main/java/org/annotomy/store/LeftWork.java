package org.annotomy.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.annotomy.annotation.AnnotationDocument;
import org.annotomy.annotation.LockedException;
import org.annotomy.identity.IdentityCheck;
import org.annotomy.identity.IdentityCheck.Verdict;
import org.annotomy.interchange.sidecar.IdentityJson;
import org.annotomy.json.JsonException;
import org.annotomy.store.StoreException.Reason;
import org.annotomy.store.file.FileLayer;
import org.annotomy.store.file.Trouble;

/** What the journals of earlier sessions come to, and what happens when it is taken up or let be. */
final class LeftWork implements PendingWork.Decision {

	private static final long FLUSH_MILLIS = 10_000;
	private static final int NAMES_SHOWN = 3;

	/**
	 * The journals that one session left in several places.
	 *
	 * @param fullest the one that goes furthest: it holds all that the others hold
	 * @param direct whether its edits follow the labels as they are now
	 */
	private record Work(LeftJournal fullest, List<LeftJournal> all, boolean direct) {}

	private final Opened opened;
	private final JournalDesk desk;
	private final FileLayer files;
	private final List<Work> works;

	private LeftWork(Opened opened, JournalDesk desk, List<Work> works) {
		this.opened = opened;
		this.desk = desk;
		this.files = opened.options().files();
		this.works = works;
	}

	static Optional<PendingWork> of(Opened opened, JournalDesk desk) {
		Map<String, List<LeftJournal>> sessions = new LinkedHashMap<>();
		for (LeftJournal journal : opened.left())
			if (isOfImage(journal, opened.document()))
				sessions.computeIfAbsent(journal.header().session(), session -> new ArrayList<>()).add(journal);
		List<Work> works = new ArrayList<>();
		for (List<LeftJournal> journals : sessions.values()) {
			LeftJournal fullest = journals.stream().max(Comparator.comparing(journal -> journal.summary().number()))
					.orElseThrow();
			boolean direct = journals.stream().anyMatch(journal -> journal.base().equals(opened.base().labels()));
			works.add(new Work(fullest, journals, direct));
		}
		works.sort(Comparator.comparing(work -> work.fullest().newest()));
		return works.isEmpty() ? Optional.empty() : Optional.of(new LeftWork(opened, desk, works).describe());
	}

	private static boolean isOfImage(LeftJournal journal, AnnotationDocument document) {
		try {
			return IdentityCheck.compare(IdentityJson.decode(journal.header().image()), document.image())
					.verdict() != Verdict.DIFFERENT;
		} catch (JsonException e) {
			return false;
		}
	}

	private PendingWork describe() {
		EditSummary sum = null;
		List<String> raters = new ArrayList<>();
		boolean merges = false;
		for (Work work : works) {
			EditSummary next = work.fullest().summary();
			sum = sum == null ? next : sum.and(next);
			merges |= !work.direct();
			if (!raters.contains(work.fullest().header().rater())) raters.add(work.fullest().header().rater());
		}
		String words = Words.count(sum.count(), "edit") + " of rater " + String.join(" and ", raters) + " ("
				+ Words.some(sum.names(), NAMES_SHOWN)
				+ "), the last of " + Words.momentAgo(Instant.ofEpochMilli(sum.millis()), opened.session().clock())
				+ ", had not been saved when the session ended."
				+ (merges ? " The labels have been saved by somebody else since: the edits would be merged into them." : "");
		return new PendingWork(sum, raters, merges, words, this);
	}

	@Override
	public List<String> recover() throws StoreException {
		List<String> remarks = new ArrayList<>();
		try {
			for (Work work : works)
				if (work.direct()) replay(work.fullest());
				else remarks.addAll(merge(work.fullest()));
			if (!desk.journal().flush(FLUSH_MILLIS)) {
				remarks.add("The edits are in the document, but the journal could not be written.");
				return remarks;
			}
			keepJournals();
		} catch (IOException e) {
			throw failed("The unsaved work could not be taken up in full. ", e);
		} catch (LockedException e) {
			throw new StoreException(Reason.STATE, "The unsaved work cannot be taken up. " + e.getMessage(), e);
		}
		desk.pendingWorkIsDone();
		return remarks;
	}

	@Override
	public void discard() throws StoreException {
		try {
			keepJournals();
		} catch (IOException e) {
			throw failed("The unsaved work could not be put aside. ", e);
		}
		desk.pendingWorkIsDone();
	}

	private void replay(LeftJournal journal) throws IOException {
		NetChanges net = new NetChanges();
		AnnotationDocument document = opened.document();
		desk.together(net, () -> journal.visit(files, opened.protocol(), (edit, changes) -> {
			Replay.apply(document, String.join(", ", edit.names()), changes);
			net.add(edit, changes);
		}));
	}

	private List<String> merge(LeftJournal journal) throws IOException {
		AnnotationDocument live = opened.document();
		LabelsReader reader = new LabelsReader(files, opened.home(), live.image(), opened.protocol());
		AnnotationDocument base = reader.base(journal, versions(opened.home())).orElse(null);
		AnnotationDocument other = (base == null ? live : base).copy();
		AnnotationDocument touched = live.copy();
		journal.visit(files, opened.protocol(), (edit, changes) -> {
			Replay.apply(other, "Replay", changes);
			if (base == null) Replay.forget(touched, changes);
		});
		ThreeWay merge = ThreeWay.of(base == null ? touched : base, live, other, "Take up unsaved work");
		Replay.apply(live, merge.edit());
		return merge.remarks();
	}

	private void keepJournals() throws IOException {
		for (Work work : works)
			for (LeftJournal journal : work.all())
				if (files.exists(journal.file())) versions(journal.place()).keepJournal(journal.file());
	}

	private VersionFolder versions(StorePaths place) {
		return new VersionFolder(files, place.versions(), opened.session().clock(), VersionFolder.MAX_BYTES);
	}

	private StoreException failed(String what, IOException e) {
		return new StoreException(Reason.FILES, what + Trouble.of(e, files, opened.home().folder()).words() + ".", e);
	}
}
