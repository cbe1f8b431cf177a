package org.fixator.release.kinds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fixator.release.FileHead;
import org.fixator.release.ReleaseFile;
import org.fixator.release.ReleaseReader;
import org.fixator.release.cpt.CptReader;
import org.fixator.release.fhir.FhirReleaseReader;
import org.fixator.release.gem.GemReader;
import org.fixator.release.hcpcs.HcpcsReader;
import org.fixator.release.icd10.Icd10Reader;
import org.fixator.release.loinc.LoincReader;
import org.fixator.release.ndc.NdcReader;
import org.fixator.release.nucc.NuccReader;
import org.fixator.release.pfs.FeeScheduleReader;
import org.fixator.release.pos.PosReader;
import org.fixator.release.rxnorm.RxNormReader;

/** The readers of all kinds of releases, by the names that the command line and requests use. Immutable. */
public final class ReleaseReaders {

    private static final ReleaseReaders ALL = new ReleaseReaders(List.of(
            Icd10Reader.diagnoses(),
            Icd10Reader.procedures(),
            new HcpcsReader(),
            new NuccReader(),
            new PosReader(),
            new GemReader(),
            new CptReader(),
            new FeeScheduleReader(),
            new LoincReader(),
            new RxNormReader(),
            new NdcReader(),
            new FhirReleaseReader()));

    private final List<ReleaseReader> readers;

    private ReleaseReaders(List<ReleaseReader> readers) {
        this.readers = readers;
    }

    public static ReleaseReaders all() {
        return ALL;
    }

    /** The readers, in the order in which they are shown. */
    public List<ReleaseReader> readers() {
        return readers;
    }

    /** The names of all kinds. */
    public List<String> kinds() {
        return readers.stream().map(ReleaseReader::kind).toList();
    }

    public Optional<ReleaseReader> ofKind(String kind) {
        return readers.stream().filter(reader -> reader.kind().equals(kind)).findFirst();
    }

    /**
     * The reader that files are for, by their shapes; empty where none recognises one of them, or more than one kind does.
     *
     * @throws org.fixator.release.ReleaseException where a file cannot be read
     */
    public Optional<ReleaseReader> recognising(List<ReleaseFile> files) {
        Set<ReleaseReader> found = new LinkedHashSet<>();
        for (ReleaseFile file : files) {
            FileHead head = FileHead.of(file);
            readers.stream().filter(reader -> reader.recognises(head)).forEach(found::add);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
