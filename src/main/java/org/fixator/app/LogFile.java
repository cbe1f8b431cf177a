package org.fixator.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * What the server logs, in the data directory too: {@code fixator.log}, and the one before it as {@code fixator.1.log} once
 * it has 10 MB. Opened when the directory is held, so that a second process cannot write to it.
 */
final class LogFile implements AutoCloseable {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40}: %msg%n";
    private static final long LARGEST = 10L << 20;

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();

    LogFile(Path directory) {
        LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(log);
        encoder.setPattern(PATTERN);
        encoder.start();
        appender.setContext(log);
        appender.setName("data directory " + directory);
        appender.setFile(directory.resolve("fixator.log").toString());
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy files = new FixedWindowRollingPolicy();
        files.setContext(log);
        files.setParent(appender);
        files.setFileNamePattern(directory.resolve("fixator.%i.log").toString());
        files.setMaxIndex(1);
        files.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(log);
        size.setMaxFileSize(new FileSize(LARGEST));
        size.start();
        appender.setRollingPolicy(files);
        appender.setTriggeringPolicy(size);
        appender.start();
        root.addAppender(appender);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
