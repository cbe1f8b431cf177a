package org.fixator.jobs;

import org.fixator.wire.OperationAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The answer about a job.
 *
 * @param job its id
 * @param answer 202 while the job goes on, else its end
 * @param progress for the header X-Progress; {@code null} where the job has ended
 */
public record JobAnswer(String job, OperationAnswer answer, @Nullable String progress) {}
