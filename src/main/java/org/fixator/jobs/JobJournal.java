package org.fixator.jobs;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of jobs, one JSON file each, {@code <id>.json}. A file is replaced whole and written through to the disk,
 * so that it is readable whenever the process or the machine stops. Reading is safe while another process writes.
 */
public final class JobJournal {

    /** Of ended jobs so many are kept. */
    static final int KEPT = 200;

    private static final Logger LOG = LoggerFactory.getLogger(JobJournal.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a later version may know more
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private final Path folder;

    public JobJournal(Path folder) {
        this.folder = folder;
    }

    /** All jobs, the newest first. A file that cannot be read is left out, with a line in the log. */
    public List<Job> read() {
        List<Job> jobs = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return jobs;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path file : files) {
                try {
                    jobs.add(JSON.readValue(file.toFile(), Job.class));
                } catch (IOException e) {
                    LOG.warn("The journal of a job cannot be read: {}: {}", file, e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jobs.sort(Comparator.comparing(Job::created).thenComparing(Job::id).reversed());
        return jobs;
    }

    /** @throws UncheckedIOException where the disk is full or gone; the former entry is then still there */
    void write(Job job) {
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve("." + job.id() + ".tmp");
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer json = ByteBuffer.wrap(JSON.writeValueAsBytes(job));
                while (json.hasRemaining()) {
                    channel.write(json);
                }
                channel.force(true);
            }
            Files.move(
                    draft,
                    folder.resolve(job.id() + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the new name durable; not every system lets a directory be opened, and there it is not needed. */
    private void syncFolder() {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            LOG.debug("The directory of the journal cannot be synced", e);
        }
    }

    /** Forgets the oldest of the ended jobs. */
    void prune() {
        List<Job> ended = read().stream().filter(job -> job.state().isEnded()).toList();
        for (Job job : ended.subList(Math.min(KEPT, ended.size()), ended.size())) {
            try {
                Files.deleteIfExists(folder.resolve(job.id() + ".json"));
            } catch (IOException e) {
                LOG.warn("The journal of an old job cannot be deleted: {}", e.getMessage());
            }
        }
    }
}
