create table FIXATOR_RELEASE (
    ID varchar(200) not null primary key,
    KIND varchar(60) not null,
    SYSTEM_URL varchar(1000) not null,
    SYSTEM_VERSION varchar(200) not null,
    VALID_FROM date,
    VALID_TO date,
    STATE varchar(20) not null,
    PINNED boolean not null,
    CONCEPTS bigint not null,
    MAPPINGS bigint not null,
    DETAIL ${binary} not null);

-- A resource of a release: its JSON, and the artifact that holds what the JSON leaves out.
create table FIXATOR_RELEASE_PART (
    RELEASE_ID varchar(200) not null references FIXATOR_RELEASE (ID) on delete cascade,
    SEQ integer not null,
    RES_TYPE varchar(40) not null,
    FHIR_ID varchar(64) not null,
    ARTIFACT varchar(64),
    BODY ${binary} not null,
    primary key (RELEASE_ID, SEQ));

create table FIXATOR_ARTIFACT (
    SHA256 varchar(64) not null primary key,
    BYTES bigint not null,
    TOUCHED timestamp with time zone not null);

create table FIXATOR_ARTIFACT_CHUNK (
    SHA256 varchar(64) not null references FIXATOR_ARTIFACT (SHA256) on delete cascade,
    SEQ integer not null,
    BODY ${binary} not null,
    primary key (SHA256, SEQ));
