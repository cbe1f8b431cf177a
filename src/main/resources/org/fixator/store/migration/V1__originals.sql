-- Both were made without a migration before there were any.
create table if not exists FIXATOR_SCHEMA (HAPI_VERSION varchar(40));

create table if not exists FIXATOR_R5_ORIGINAL (
    RES_TYPE varchar(40) not null,
    FHIR_ID varchar(64) not null,
    RES_VER bigint not null,
    BODY ${binary} not null,
    primary key (RES_TYPE, FHIR_ID, RES_VER));
