/**
 * The disk below the embedded database: a database that cannot finish a write closes itself and may hold its lock until the
 * process ends, so a full disk must never reach it. {@link org.fixator.store.disk.ReservedSpace} is the room that is kept
 * for that, {@link org.fixator.store.disk.ReservedFilePath} the files of the database that draw on it. What a killed process
 * leaves is made safe by {@link org.fixator.store.disk.NewestChunkChannel}.
 */
@NullMarked
package org.fixator.store.disk;

import org.jspecify.annotations.NullMarked;
