package org.fixator.store.release;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.fixator.catalog.ResourceKey;
import org.fixator.catalog.StoredRelease.State;
import org.fixator.release.ReleaseIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of releases. Reads and writes take part in the transaction of the thread that calls, if it has one. */
final class ReleaseTable {

    private final JdbcTemplate jdbc;

    ReleaseTable(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    List<ReleaseRow> all() {
        return jdbc.query("select * from FIXATOR_RELEASE order by ID", (row, number) -> read(row));
    }

    @Nullable
    ReleaseRow find(String id) {
        List<ReleaseRow> found =
                jdbc.query("select * from FIXATOR_RELEASE where ID = ?", (row, number) -> read(row), id);
        return found.isEmpty() ? null : found.get(0);
    }

    /** In the order in which they are stored. */
    List<ReleasePart> parts(String id) {
        return jdbc.query(
                "select RES_TYPE, FHIR_ID, ARTIFACT, BODY from FIXATOR_RELEASE_PART where RELEASE_ID = ? order by SEQ",
                (row, number) -> new ReleasePart(
                        new ResourceKey(row.getString(1), row.getString(2)), row.getString(3), row.getBytes(4)),
                id);
    }

    /** The release of each resource that stands for an artifact and is served. */
    Map<ResourceKey, String> owners() {
        return owners("p.ARTIFACT is not null and r.ID <> ?", "");
    }

    /** A release of each resource that is served as a part of any release but one. */
    Map<ResourceKey, String> ownersBeside(String id) {
        return owners("r.ID <> ?", id);
    }

    private Map<ResourceKey, String> owners(String condition, String id) {
        Map<ResourceKey, String> owners = new HashMap<>();
        jdbc.query(
                "select p.RES_TYPE, p.FHIR_ID, r.ID from FIXATOR_RELEASE_PART p"
                        + " join FIXATOR_RELEASE r on r.ID = p.RELEASE_ID where r.STATE = 'ACTIVE' and " + condition,
                row -> {
                    owners.put(new ResourceKey(row.getString(1), row.getString(2)), row.getString(3));
                },
                id);
        return owners;
    }

    /** The artifacts of all releases. */
    Set<String> artifacts() {
        return new HashSet<>(jdbc.queryForList(
                "select distinct ARTIFACT from FIXATOR_RELEASE_PART where ARTIFACT is not null", String.class));
    }

    /** Writes a release in place of what has its id. */
    void put(ReleaseRow release, List<ReleasePart> parts) {
        delete(release.id());
        ReleaseIdentity identity = release.identity();
        jdbc.update(
                "insert into FIXATOR_RELEASE (ID, KIND, SYSTEM_URL, SYSTEM_VERSION, VALID_FROM, VALID_TO, STATE, PINNED,"
                        + " CONCEPTS, MAPPINGS, DETAIL) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                release.id(),
                identity.kind(),
                identity.system(),
                identity.version(),
                sql(identity.from()),
                sql(identity.to()),
                release.state().name(),
                release.pinned(),
                release.concepts(),
                release.mappings(),
                ReleaseDetail.of(release).json());
        for (int i = 0; i < parts.size(); i++) {
            ReleasePart part = parts.get(i);
            jdbc.update(
                    "insert into FIXATOR_RELEASE_PART (RELEASE_ID, SEQ, RES_TYPE, FHIR_ID, ARTIFACT, BODY)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    release.id(),
                    i,
                    part.key().type(),
                    part.key().id(),
                    part.artifact(),
                    part.json());
        }
    }

    void setState(String id, State state, boolean pinned) {
        jdbc.update("update FIXATOR_RELEASE set STATE = ?, PINNED = ? where ID = ?", state.name(), pinned, id);
    }

    void delete(String id) {
        jdbc.update("delete from FIXATOR_RELEASE where ID = ?", id);
    }

    private static ReleaseRow read(ResultSet row) throws SQLException {
        ReleaseDetail detail = ReleaseDetail.read(row.getBytes("DETAIL"));
        ReleaseIdentity identity = new ReleaseIdentity(
                row.getString("KIND"),
                row.getString("SYSTEM_URL"),
                row.getString("SYSTEM_VERSION"),
                detail.title(),
                local(row.getDate("VALID_FROM")),
                local(row.getDate("VALID_TO")),
                detail.licence(),
                detail.notice());
        return new ReleaseRow(
                row.getString("ID"),
                identity,
                State.valueOf(row.getString("STATE")),
                row.getBoolean("PINNED"),
                row.getLong("CONCEPTS"),
                row.getLong("MAPPINGS"),
                detail.provenance(),
                detail.notes());
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate local(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
