-- The history of listeners. Times are milliseconds since 1970 in UTC. A statement ends with a
-- semicolon at the end of its line; lines that begin with two hyphens are comments.

-- Whoever held a listener, by what stays the same when it is started again: no process id.
-- A text that is not known is empty.
CREATE TABLE owner (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    executable TEXT NOT NULL,
    script TEXT NOT NULL,
    package_manager TEXT NOT NULL,
    package TEXT NOT NULL,
    unit TEXT NOT NULL,
    container_engine TEXT NOT NULL,
    container TEXT NOT NULL,
    uid INTEGER NOT NULL,
    user TEXT NOT NULL,
    kernel_part TEXT NOT NULL,
    kernel_interface TEXT NOT NULL,
    UNIQUE (name, executable, script, package_manager, package, unit, container_engine, container, uid, user,
            kernel_part, kernel_interface)
);

-- Every listener that was ever seen. Where it listens at the end of the last run, last_at is older
-- than it was last seen: that run's last_at counts.
CREATE TABLE listener (
    id INTEGER PRIMARY KEY,
    port INTEGER NOT NULL,
    transport INTEGER NOT NULL,
    namespace TEXT NOT NULL,
    owner INTEGER NOT NULL REFERENCES owner,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    UNIQUE (port, transport, namespace, owner)
);
CREATE INDEX listener_owner ON listener (owner);

-- What was seen of a listener: each combination once, however often it came back.
-- endpoints is a JSON array of [address, dual stack, scope, namespace]; marks are names with spaces
-- between them. events counts the rows of event that have it as their state.
CREATE TABLE state (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    listener INTEGER NOT NULL REFERENCES listener,
    verdict INTEGER NOT NULL,
    attribution INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    endpoints TEXT NOT NULL,
    marks TEXT NOT NULL,
    service TEXT NOT NULL,
    description TEXT NOT NULL,
    events INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX state_listener ON state (listener, verdict);

-- A state with the listener it is of; the columns are read by their place.
CREATE VIEW state_row AS
    SELECT state.id, state.verdict, state.attribution, state.reason, state.endpoints, state.marks, state.service,
        state.description, listener.port, listener.transport, listener.namespace, listener.first_at, listener.last_at,
        listener.owner
    FROM state JOIN listener ON listener.id = state.listener;

-- Each time that Portolan watched, without a break. ending is 0 while it goes on or was killed.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    began INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    ending INTEGER NOT NULL
);

-- What happened. number tells apart what happened at the same time; before is the state that a
-- change began with. What detail means depends on the kind.
CREATE TABLE event (
    at INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    state INTEGER REFERENCES state,
    before INTEGER REFERENCES state,
    detail INTEGER NOT NULL,
    PRIMARY KEY (at, number)
) WITHOUT ROWID;
CREATE INDEX event_state ON event (state) WHERE state IS NOT NULL;
CREATE INDEX event_before ON event (before) WHERE before IS NOT NULL;

-- The states that held at the last run's last_at, since when, and how many listeners are in them.
CREATE TABLE open_span (
    state INTEGER PRIMARY KEY REFERENCES state,
    began INTEGER NOT NULL,
    holders INTEGER NOT NULL
);

-- Each time that a state held, from began to ended, while Portolan watched. length is the least n
-- of which the time is shorter than four to the n minutes: whatever covers a moment is found by
-- looking at most that far back for each length, whichever moment it is.
CREATE TABLE span (
    length INTEGER NOT NULL,
    began INTEGER NOT NULL,
    state INTEGER NOT NULL REFERENCES state,
    ended INTEGER NOT NULL,
    PRIMARY KEY (length, began, state)
) WITHOUT ROWID;
CREATE INDEX span_state ON span (state, began, ended);

-- Of each hour that was watched: how many events it has, and the most listeners at a time by
-- verdict and by range of ports.
CREATE TABLE hour (
    at INTEGER PRIMARY KEY,
    events INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    explained INTEGER NOT NULL,
    unfamiliar INTEGER NOT NULL,
    investigate INTEGER NOT NULL,
    system INTEGER NOT NULL,
    registered INTEGER NOT NULL,
    dynamic INTEGER NOT NULL
);
