package org.fixator.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fixator.coding.FhirVersion;
import org.fixator.issue.TerminologyException;
import org.fixator.release.ReleaseReader;
import org.fixator.wire.OperationAnswer;
import org.fixator.wire.OutcomeCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a folder for each kind of release: a file that is put there, or a folder of files, is imported, and then
 * moved to {@code done} or {@code refused} beside it, with its report as {@code <name>.report.json}. A file is taken only
 * when it has not grown between two looks, so that one that is still being copied is left alone. Names that begin with a
 * dot or end with {@code .part} or {@code .tmp} are not looked at.
 *
 * <p>Belongs to one thread.
 */
public final class WatchedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);
    private static final Set<String> OURS = Set.of("done", "refused");

    private final Path folder;
    private final Jobs jobs;
    private final ReleaseOperations operations;
    private Map<Path, Long> seen = new HashMap<>();
    private final Set<Path> strangers = new HashSet<>();

    /** Makes the folders of all kinds, so that an operator sees where to put what. */
    public WatchedFolder(Path folder, Jobs jobs, ReleaseOperations operations) throws IOException {
        this.folder = folder;
        this.jobs = jobs;
        this.operations = operations;
        for (ReleaseReader reader : jobs.readers()) {
            Files.createDirectories(folder.resolve(reader.kind()));
        }
    }

    /** Looks once, and imports what has not changed since the last look; returns when that has ended. */
    public void look() throws InterruptedException {
        tellStrangers();
        Map<Path, Long> now = new HashMap<>();
        for (ReleaseReader reader : jobs.readers()) {
            for (Path entry : entries(folder.resolve(reader.kind()))) {
                long state = state(entry);
                if (state != 0 && Long.valueOf(state).equals(seen.get(entry))) {
                    take(reader.kind(), entry);
                } else {
                    now.put(entry, state);
                }
            }
        }
        seen = now;
    }

    /** What lies where nothing is looked for is told once. */
    private void tellStrangers() {
        List<String> kinds = jobs.readers().stream().map(ReleaseReader::kind).toList();
        for (Path entry : entries(folder)) {
            if (!kinds.contains(String.valueOf(entry.getFileName())) && strangers.add(entry)) {
                LOG.warn("{} stays where it is: files to import belong into the folder of their kind", entry);
            }
        }
    }

    private static List<Path> entries(Path kind) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(kind)) {
            for (Path entry : all) {
                String name = String.valueOf(entry.getFileName());
                boolean unfinished = name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp");
                if (!unfinished && !(OURS.contains(name) && Files.isDirectory(entry))) {
                    entries.add(entry);
                }
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", kind, e.getMessage());
        }
        entries.sort(null);
        return entries;
    }

    /** Size and times of everything in it, as one number; 0 where there is nothing. */
    private static long state(Path entry) {
        long state = 0;
        for (Path file : files(entry)) {
            try {
                state = 31 * state
                        + Files.size(file)
                        + Files.getLastModifiedTime(file).toMillis();
            } catch (IOException e) {
                return 0;
            }
        }
        return state;
    }

    private static List<Path> files(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private void take(String kind, Path entry) throws InterruptedException {
        OperationAnswer answer;
        try {
            answer = run(kind, entry);
        } catch (TerminologyException e) {
            if (e.status() == 409) {
                return; // another import of the kind goes on; it is tried again at the next look but one
            }
            answer = OutcomeCodec.answer(e);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", entry, e.getMessage());
            return;
        }
        settle(kind, entry, answer);
    }

    private OperationAnswer run(String kind, Path entry) throws IOException, InterruptedException {
        try (Jobs.Receiving receiving = jobs.begin(ImportRequest.of(kind))) {
            for (Path file : files(entry)) {
                String name = String.valueOf(folder.resolve(kind).relativize(file));
                try (InputStream in = Files.newInputStream(file)) {
                    receiving.receive(name, in, Files.size(file), false);
                }
            }
            Job job = receiving.start();
            while (!job.state().isEnded()) {
                job = jobs.await(job.id(), Duration.ofMinutes(1));
            }
            return operations.job(job.id(), FhirVersion.R4).answer();
        }
    }

    private void settle(String kind, Path entry, OperationAnswer answer) {
        Path target = folder.resolve(kind).resolve(answer.status() == 200 ? "done" : "refused");
        String name = String.valueOf(entry.getFileName());
        try {
            Files.createDirectories(target);
            Path free = target.resolve(name);
            for (int i = 2; Files.exists(free); i++) {
                free = target.resolve(name + "." + i);
            }
            Files.write(target.resolve(free.getFileName() + ".report.json"), answer.json());
            Files.move(entry, free);
            if (answer.status() == 200) {
                LOG.info("{} was imported from the watched folder: see {}.report.json", name, free);
            } else {
                String reason = new String(answer.json(), StandardCharsets.UTF_8);
                LOG.warn("{} in the watched folder was refused: see {}.report.json, {}", name, free, reason);
            }
        } catch (IOException e) {
            LOG.error("{} was imported and cannot be moved to {}", entry, target, e);
        }
    }
}
