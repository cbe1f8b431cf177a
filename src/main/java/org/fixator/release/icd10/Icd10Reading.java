package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.List;
import org.fixator.codesystem.CodeSystemBuilder;
import org.fixator.codesystem.TableCodeSystem;
import org.fixator.coding.ContentMode;
import org.fixator.release.FileHead;
import org.fixator.release.LineReader;
import org.fixator.release.ReadingProgress;
import org.fixator.release.ReleaseContent;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseIdentity;
import org.fixator.release.ReleaseOptions;
import org.fixator.release.SystemHeader;
import org.jspecify.annotations.Nullable;

/** One reading of the files of one release. */
final class Icd10Reading {

    private static final String LICENCE_CM =
            "US government work: Centers for Disease Control and Prevention (NCHS), Centers for Medicare & Medicaid Services";
    private static final String LICENCE_PCS = "US government work: Centers for Medicare & Medicaid Services";

    /** Of every hundred codes of a tabular list so many may be missing from codes that are said to be of its year. */
    private static final int STRANGE_PERCENT = 1;

    private final Edition edition;
    private final Sources sources;
    private final ReleaseOptions options;
    private final ReadingProgress progress;
    private final List<String> notes = new ArrayList<>();

    Icd10Reading(Edition edition, Sources sources, ReleaseOptions options, ReadingProgress progress) {
        this.edition = edition;
        this.sources = sources;
        this.options = options;
        this.progress = progress;
    }

    ReleaseContent read() {
        if (!sources.ignored().isEmpty()) {
            notes.add("Not read, because nothing in them is for this kind: " + String.join(", ", sources.ignored())
                    + ".");
        }
        ReleaseFile order = sources.order();
        ReleaseFile codes = sources.codes();
        ReleaseFile tabular = sources.tabular();
        if (order != null) {
            return order(order);
        }
        if (codes != null) {
            return codes(codes);
        }
        if (tabular != null) {
            return new TabularReading(edition, options, notes).read(TabularReader.read(tabular, progress), tabular);
        }
        ReleaseFile addenda = sources.addenda();
        throw new ReleaseException(
                addenda == null ? edition.kind : addenda.name(),
                "addenda alone are no release: the order file that they change has to come with them");
    }

    private ReleaseContent order(ReleaseFile order) {
        ReleaseFile changes = sources.addenda();
        if (changes != null) {
            Addenda addenda = Addenda.read(changes, progress);
            OrderFile base = OrderFile.read(order, progress);
            if (!addenda.isContainedIn(base)) {
                return changed(addenda, base, changes);
            }
            notes.add(changes.name() + " is contained in " + order.name() + " already.");
        }
        FiscalYear year = FiscalYear.of(order, options.version());
        TabularList list = list(year);
        Concepts concepts = new Concepts(edition, headings(list, year));
        OrderLine entry = new OrderLine();
        try (LineReader lines = new LineReader(order, progress)) {
            int number = 0;
            while (lines.next()) {
                if (!lines.isBlank()) {
                    entry.order(lines);
                    OrderLine.requireNumber(lines, ++number);
                    concepts.add(entry);
                }
            }
        }
        ReleaseFile codes = sources.codes();
        if (codes != null) {
            requireSameCodes(codes, concepts);
        }
        concepts.link(order.name(), false);
        return content(concepts, list, year, ContentMode.COMPLETE);
    }

    private ReleaseContent changed(Addenda addenda, OrderFile base, ReleaseFile changes) {
        String newFile = addenda.newFile();
        FiscalYear year = FiscalYear.of(changes, options.version());
        FiscalYear stated = newFile == null ? null : FiscalYear.named(newFile);
        if (stated != null && stated.year() != year.year()) {
            throw new ReleaseException(
                    changes.name(), "its totals are of " + newFile + ", and the version is " + year.version());
        }
        addenda.applyTo(base);
        notes.add("Made of " + base.name() + " and the " + addenda.size() + " changes in " + changes.name() + ".");
        TabularList list = list(year);
        Concepts concepts = new Concepts(edition, headings(list, year));
        base.inOrder().forEach(concepts::add);
        concepts.link(base.name(), false);
        return content(concepts, list, year, ContentMode.COMPLETE);
    }

    private ReleaseContent codes(ReleaseFile codes) {
        FiscalYear year = FiscalYear.of(codes, options.version());
        Concepts concepts = new Concepts(edition, null);
        OrderLine entry = new OrderLine();
        try (LineReader lines = new LineReader(codes, progress)) {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    entry.code(lines);
                    concepts.add(entry);
                }
            }
        }
        concepts.link(codes.name(), true);
        notes.add(
                "A file of codes has neither headings nor short titles: the release is a fragment, without hierarchy, and "
                        + "a code that is not in it may be a heading. The order file has all of it.");
        return content(concepts, null, year, ContentMode.FRAGMENT);
    }

    /** The codes of the order file and those of the file of codes that came with it have to be the same. */
    private void requireSameCodes(ReleaseFile codes, Concepts concepts) {
        OrderLine entry = new OrderLine();
        int count = 0;
        try (LineReader lines = new LineReader(codes, progress)) {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    entry.code(lines);
                    count++;
                    if (!concepts.has(entry)) {
                        throw lines.refuse("the order file that came with it does not have the code " + entry.code()
                                + ": they are not of the same release");
                    }
                }
            }
        }
        if (count != concepts.billables()) {
            throw new ReleaseException(
                    codes.name(),
                    "it has " + count + " codes, and the order file has " + concepts.billables()
                            + " that are billable: they are not of the same release");
        }
    }

    private @Nullable TabularList list(FiscalYear year) {
        ReleaseFile own = sources.tabular();
        if (own != null) {
            TabularList list = TabularReader.read(own, progress);
            if (!list.version().startsWith(Integer.toString(year.year()))) {
                throw new ReleaseException(
                        own.name(),
                        "it is of " + list.version() + ", and the codes are of " + year.version()
                                + ": a list of another year may lend its structure only when that is asked for");
            }
            return list;
        }
        ReleaseFile lent = null;
        for (ReleaseFile file : options.structureFrom()) {
            if (edition.reads(Layout.TABULAR) && Layout.of(FileHead.of(file)) == Layout.TABULAR) {
                lent = file;
            }
        }
        if (lent == null && !options.structureFrom().isEmpty()) {
            throw new ReleaseException(
                    options.structureFrom().get(0).name(), "it is no tabular list whose structure could be borrowed");
        }
        return lent == null ? null : TabularReader.read(lent, progress);
    }

    private static @Nullable Headings headings(@Nullable TabularList list, FiscalYear year) {
        return list == null ? null : new Headings(list, borrowedFrom(list, year));
    }

    private static @Nullable String borrowedFrom(TabularList list, FiscalYear year) {
        return list.version().startsWith(Integer.toString(year.year())) ? null : list.version();
    }

    private ReleaseContent content(Concepts concepts, @Nullable TabularList list, FiscalYear year, ContentMode mode) {
        if (list != null) {
            join(concepts, list, borrowedFrom(list, year));
        } else if (edition == Edition.CM && mode == ContentMode.COMPLETE) {
            notes.add("Chapters, blocks and notes stand in the tabular list XML, which was not among the files.");
        }
        return content(edition, concepts.builder(), year, mode, notes);
    }

    private void join(Concepts concepts, TabularList list, @Nullable String borrowedFrom) {
        TabularNotes.Joined joined = TabularNotes.join(concepts.builder(), list, borrowedFrom);
        if (borrowedFrom == null && joined.notListed * 100 > list.entries().size() * STRANGE_PERCENT) {
            throw new ReleaseException(
                    list.file(),
                    joined.notListed + " of its " + list.entries().size()
                            + " codes are not in the order file: they are not of the same release");
        }
        notes.add((borrowedFrom == null
                        ? "Joined with "
                        : "Chapters, blocks, inclusion terms and notes are borrowed from the year " + borrowedFrom
                                + ": ")
                + list.file() + " speaks of " + joined.noted + " of the codes; " + joined.notListed
                + " of its codes are not listed, " + joined.titledOtherwise
                + " have another title now and got no notes.");
        Headings headings = concepts.headings();
        if (headings != null && !headings.placedByRange().isEmpty()) {
            notes.add("Categories that it does not name were placed by the ranges of its blocks and chapters: "
                    + String.join(", ", headings.placedByRange()) + ".");
        }
        if (concepts.withoutHeading() > 0) {
            notes.add(concepts.withoutHeading() + " categories belong to none of its chapters.");
        }
    }

    static ReleaseContent content(
            Edition edition, CodeSystemBuilder builder, FiscalYear year, ContentMode mode, List<String> notes) {
        ReleaseIdentity identity = new ReleaseIdentity(
                edition.kind,
                edition.system,
                year.version(),
                edition.title + " " + year.version(),
                year.from(),
                year.to(),
                edition == Edition.CM ? LICENCE_CM : LICENCE_PCS,
                null);
        if (builder.size() == 0) {
            throw new ReleaseException(edition.kind, "the file holds no code");
        }
        builder.describe(
                new SystemHeader(identity, edition.name, mode, edition.hierarchyMeaning, "date", edition.properties())
                        .description());
        TableCodeSystem system = builder.build();
        return new ReleaseContent(identity, List.of(system), List.of(), List.of(), notes);
    }
}
