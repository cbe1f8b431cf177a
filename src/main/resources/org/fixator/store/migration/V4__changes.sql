-- What changed, in the order of the commits: by it servers that share a database hear of each other's changes.
create table FIXATOR_CHANGE (
    SEQ bigint generated always as identity primary key,
    SERVER varchar(40) not null,
    RES_TYPE varchar(40) not null,
    ID varchar(200) not null,
    AT timestamp with time zone default current_timestamp not null);
