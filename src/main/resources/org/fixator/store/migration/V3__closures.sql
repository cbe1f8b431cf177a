create table FIXATOR_CLOSURE (
    NAME varchar(64) not null primary key,
    START_VERSION bigint not null,
    VERSION bigint not null,
    CHANGED timestamp with time zone not null);

create table FIXATOR_CLOSURE_CONCEPT (
    NAME varchar(64) not null references FIXATOR_CLOSURE (NAME) on delete cascade,
    SEQ integer not null,
    SYSTEM_URL varchar(1000) not null,
    SYSTEM_VERSION varchar(200),
    CODE varchar(1000) not null,
    SINCE bigint not null,
    primary key (NAME, SEQ));

create table FIXATOR_CLOSURE_RELATION (
    NAME varchar(64) not null references FIXATOR_CLOSURE (NAME) on delete cascade,
    NARROWER integer not null,
    BROADER integer not null,
    SAME boolean not null,
    SINCE bigint not null,
    primary key (NAME, NARROWER, BROADER));
