package org.fixator.release.icd10;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fixator.release.FileHead;
import org.fixator.release.ReleaseException;
import org.fixator.release.ReleaseFile;
import org.jspecify.annotations.Nullable;

/** The files of one release by their layouts: of each layout one at most. */
final class Sources {

    private final Edition edition;
    private final Map<Layout, ReleaseFile> byLayout = new EnumMap<>(Layout.class);
    private final List<String> ignored = new ArrayList<>();

    /** @throws ReleaseException where two files have the same layout, or none has one that is read */
    Sources(Edition edition, List<ReleaseFile> files) {
        this.edition = edition;
        ReleaseFile foreign = null;
        for (ReleaseFile file : files) {
            Layout layout = Layout.of(FileHead.of(file));
            if (edition.reads(layout)) {
                ReleaseFile first = byLayout.putIfAbsent(layout, file);
                if (first != null) {
                    throw new ReleaseException(
                            file.name(), "it is of the same kind as " + first.name() + ": a release has one of them");
                }
            } else {
                ignored.add(file.name());
                foreign = layout == Layout.OTHER ? foreign : file;
            }
        }
        if (foreign != null && byLayout.isEmpty()) {
            Edition other = edition == Edition.CM ? Edition.PCS : Edition.CM;
            throw new ReleaseException(
                    foreign.name(), "it is a file of " + other.title + ", to be read as " + other.kind);
        }
        if (byLayout.isEmpty()) {
            String first = files.isEmpty() ? edition.kind : files.get(0).name();
            throw new ReleaseException(
                    first,
                    "there is no file of " + edition.title + " here: no order file, file of codes or tabular list");
        }
    }

    @Nullable
    ReleaseFile order() {
        return byLayout.get(edition.order());
    }

    @Nullable
    ReleaseFile codes() {
        return byLayout.get(edition.codes());
    }

    @Nullable
    ReleaseFile addenda() {
        return byLayout.get(edition.addenda());
    }

    @Nullable
    ReleaseFile tabular() {
        return byLayout.get(Layout.TABULAR);
    }

    /** Files that hold nothing to read: descriptions, indexes. */
    List<String> ignored() {
        return ignored;
    }
}
