package org.fixator.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fixator.catalog.MapDifference;
import org.fixator.catalog.Provenance;
import org.fixator.catalog.Provenance.SourceFile;
import org.fixator.catalog.ReleaseDifference.CodeChange;
import org.fixator.catalog.StoredRelease;
import org.fixator.coding.FhirVersion;
import org.fixator.release.ReleaseIdentity;
import org.fixator.wire.ParametersWriter;
import org.jspecify.annotations.Nullable;

/** Releases, jobs and reports as Parameters. Sizes are R5's integer64; R4 has no such type and gets a decimal. */
final class ReleaseAnswers {

    private final FhirVersion version;

    ReleaseAnswers(FhirVersion version) {
        this.version = version;
    }

    byte[] releases(List<StoredRelease> releases) {
        return ParametersWriter.write(
                out -> releases.forEach(release -> out.parts("release", part -> release(part, release))));
    }

    byte[] release(StoredRelease release) {
        return ParametersWriter.write(out -> release(out, release));
    }

    byte[] removed(String id) {
        return ParametersWriter.write(out -> out.string("id", id).bool("removed", true));
    }

    private void release(ParametersWriter out, StoredRelease release) {
        Provenance provenance = release.provenance();
        out.string("id", release.id())
                .code("state", release.state().name().toLowerCase(Locale.ROOT))
                .bool("pinned", release.pinned());
        identity(out, release.identity());
        out.integer("concepts", release.concepts())
                .integer("mappings", release.mappings())
                .string("job", provenance.job())
                .primitive("imported", "valueInstant", provenance.importedAt().toString());
        files(out, provenance.files());
    }

    private static void identity(ParametersWriter out, ReleaseIdentity identity) {
        out.code("kind", identity.kind())
                .uri("system", identity.system())
                .string("version", identity.version())
                .string("title", identity.title())
                .primitive("from", "valueDate", text(identity.from()))
                .primitive("to", "valueDate", text(identity.to()))
                .string("licence", identity.licence())
                .string("notice", identity.notice());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private void files(ParametersWriter out, List<SourceFile> files) {
        files.forEach(file -> out.parts("file", part -> {
            part.string("name", file.name()).string("sha256", file.sha256());
            size(part, "bytes", file.bytes());
        }));
    }

    private void size(ParametersWriter out, String name, long bytes) {
        out.primitive(name, version.isR5() ? "valueInteger64" : "valueDecimal", Long.toString(bytes));
    }

    byte[] jobs(List<Job> jobs) {
        return ParametersWriter.write(out -> jobs.forEach(job -> out.parts("job", part -> summary(part, job))));
    }

    private void summary(ParametersWriter out, Job job) {
        head(out, job);
        ImportReport report = job.report();
        if (report != null) {
            out.string("release", report.release());
            size(out, report);
        }
        job.issues().forEach(issue -> out.string("message", issue.text()));
    }

    /** How much it is: what is compiled in numbers, further resources by type. */
    private static void size(ParametersWriter out, ImportReport report) {
        out.integer("concepts", report.concepts())
                .integer("mappings", report.mappings())
                .integer("resources", report.resources());
        report.loaded()
                .forEach((type, count) ->
                        out.parts("loaded", part -> part.code("type", type).integer("count", count)));
    }

    private void head(ParametersWriter out, Job job) {
        out.string("id", job.id())
                .code("state", job.state().code())
                .code("kind", job.request().kind())
                .bool("dryRun", job.request().dryRun() ? true : null)
                .primitive("created", "valueInstant", job.created().toString())
                .primitive("ended", "valueInstant", job.ended() == null ? null : String.valueOf(job.ended()));
        files(out, job.files());
    }

    /** A job that has not ended. */
    byte[] progress(Job job, JobProgress progress) {
        return ParametersWriter.write(out -> {
            out.string("id", job.id())
                    .code("state", progress.state().code())
                    .code("kind", job.request().kind())
                    .string("progress", progress.words());
            size(out, "bytes", progress.bytes());
            if (progress.total() >= 0) {
                size(out, "total", progress.total());
            }
            size(out, "rate", progress.rate());
            if (progress.left() != null) {
                out.integer("secondsLeft", progress.left().toSeconds());
            }
        });
    }

    /** The report of a job that is done. */
    byte[] report(Job job, ImportReport report) {
        return ParametersWriter.write(out -> {
            head(out, job);
            out.string("release", report.release());
            out.parts("identity", part -> identity(part, report.identity()));
            size(out, report);
            report.notes().forEach(note -> out.string("note", note));
            report.differences().forEach(one -> out.parts("difference", part -> difference(part, one)));
            report.maps().forEach(one -> out.parts("mapDifference", part -> difference(part, one)));
            report.touched().forEach(one -> out.parts("touched", part -> touched(part, one)));
            job.issues().forEach(issue -> out.string("message", issue.text()));
        });
    }

    private static void difference(ParametersWriter out, ImportReport.Difference difference) {
        out.uri("system", difference.system())
                .string("from", difference.from())
                .string("to", difference.to())
                .integer("conceptsBefore", difference.conceptsBefore())
                .integer("conceptsAfter", difference.conceptsAfter());
        changes(out, "added", difference.added());
        changes(out, "deleted", difference.deleted());
        changes(out, "retitled", difference.retitled());
        changes(out, "reparented", difference.reparented());
    }

    private static void difference(ParametersWriter out, MapDifference difference) {
        out.uri("map", difference.after().url())
                .string("from", difference.before().version())
                .string("to", difference.after().version())
                .integer("mappingsBefore", difference.mappingsBefore())
                .integer("mappingsAfter", difference.mappingsAfter());
        changes(out, "added", difference.added().count(), difference.added().first());
        changes(
                out,
                "deleted",
                difference.deleted().count(),
                difference.deleted().first());
        changes(
                out,
                "retargeted",
                difference.retargeted().count(),
                difference.retargeted().first());
        changes(
                out,
                "changed",
                difference.changed().count(),
                difference.changed().first());
    }

    private static void changes(ParametersWriter out, String name, ImportReport.Changes changes) {
        changes(out, name, changes.count(), changes.first());
    }

    private static void changes(ParametersWriter out, String name, int count, List<CodeChange> first) {
        out.parts(name, part -> {
            part.integer("count", count);
            for (CodeChange change : first) {
                part.parts("code", code -> code.code("code", change.code())
                        .string("was", change.was())
                        .string("is", change.is()));
            }
        });
    }

    private static void touched(ParametersWriter out, ImportReport.Touched touched) {
        out.code("type", touched.type()).canonical("canonical", touched.canonical());
        codes(out, "missing", touched.missing());
        codes(out, "gained", touched.gained());
        codes(out, "retitled", touched.retitled());
    }

    private static void codes(ParametersWriter out, String name, ImportReport.Codes codes) {
        if (codes.count() > 0) {
            out.parts(name, part -> {
                part.integer("count", codes.count());
                codes.first().forEach(code -> part.code("code", code));
            });
        }
    }
}
