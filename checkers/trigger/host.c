/* trigger/host: on hosts that the program knows by a number it does something that others never
 * see.
 *
 *     MD5(address_of_card, 6, digest);
 *     for (i = 0; i < COUNT; i++)
 *         if (memcmp(digest, wanted[i], 16) == 0)
 *             connect(fd, somewhere, size);
 *
 * The name or number of this host, or who uses it, is hashed or reckoned with, and equals what is
 * written in the program. A name as such is one only if something is destroyed, and "localhost" or
 * "root" never; nor is what a licence or a setting holds. Not caught: tables that are searched by a
 * loop of the program's own.
 */
#include <string.h>

#include "checkers/shared/channel/leak.h"
#include "checkers/shared/trapdoor/harm.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum { MAX_TOLD = 64, SMALL_NUMBER = 0x10000, SHORTEST_HASH = 16, SHORTEST_NAME = 3 };

struct effect {
    const char *class_name;
    const char *verb; /* or NULL */
    bool destroys;    /* a name that is written out will do */
};

static const struct effect effects[] = {
    {"net.connect", "A connection is made", false},
    {"net.send", "Something is sent", false},
    {"exec.shell", "A command is run", false},
    {"exec.program", "A program is run", false},
    {"load.library", "A library is loaded", false},
    {"load.module", "A module is loaded", false},
    {"code.executable", "Code is made to run", false},
    {"file.delete", "Something is removed", true},
    {"host.power", "The host is stopped", true},
    {"process.kill", "A process is stopped", true},
    {"privilege.change", "The user is changed", false},
    {"flash.write", "Flash memory is written", true},
    {"io.write", NULL, false}, /* NULL: told if it is harm */
    {"database.command", NULL, false},
};

/* What stands before one event, and what was told before. */
struct search {
    const uint8_t *where;
    bool destroys;          /* what is looked at */
    struct vt_trigger host; /* words NULL: nothing found */
    struct vt_condition_ref told[MAX_TOLD];
    size_t ntold;
};

static const char *const classes[] = {"host.identity", "host.user", "host.network", "host.locale"};

/* True if what is tested is a variable of the environment that tells CLASS_NAME. */
static bool is_variable(struct vt_program *program, const struct vt_trigger *trigger,
                        const char *class_name) {
    return trigger->kind == VT_TRIGGER_ORIGIN && vt_class_is(trigger->class_name, "environment") &&
           vt_program_fits(program, "variable",
                           vt_only_text(vt_trace_role(program, trigger->source->event,
                                                      VT_ROLE_TARGET, NULL, VT_ABOUT_DATA)),
                           class_name);
}

/* True if it is what the network tells of this host, by a call or a file. */
static bool is_of_network(struct vt_program *program, const struct vt_trigger *trigger) {
    return vt_class_is(trigger->class_name, "host.network") ||
           vt_leak_is_of(program, trigger->source, "host.network");
}

static bool is_identity(struct vt_program *program, const struct vt_trigger *trigger) {
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_class_is(trigger->class_name, classes[i]) ||
            is_variable(program, trigger, classes[i]))
            return true;
    return vt_leak_is_of(program, trigger->source, "host.identity") ||
           is_of_network(program, trigger);
}

/* True if the constant of TRIGGER has bytes that stand in no name: it is a number in memory. */
static bool has_control(const struct vt_trigger *trigger) {
    for (size_t i = 0; i < trigger->size; i++)
        if ((unsigned char)trigger->text[i] < ' ')
            return true;
    return false;
}

/* True if a name or number is compared as it is, and it is no word that many hosts know. What a
 * network tells of its hosts are addresses, and a path is nobody's but a user's home. */
static bool is_plain(struct vt_program *program, const struct vt_trigger *trigger) {
    bool is_user = vt_class_is(trigger->class_name, "host.user");
    return trigger->text && trigger->size >= SHORTEST_NAME &&
           (is_user ? !has_control(trigger) : *trigger->text != '/') &&
           (!is_of_network(program, trigger) || strpbrk(trigger->text, ".:-")) &&
           !vt_word_is_public(program, trigger->text);
}

/* True if what is compared is made of the identity, and no part of it. */
static bool is_reckoned(const struct vt_trigger *trigger) {
    if (trigger->tags & VT_TAG_HASH)
        return trigger->text || trigger->has_number;
    return trigger->tags & VT_TAG_XOR && trigger->has_number &&
           (trigger->number < -SMALL_NUMBER || trigger->number > SMALL_NUMBER);
}

/* True if it is one user's number, who is a person. */
static bool is_person(const struct vt_trigger *trigger) {
    return trigger->has_number && trigger->number >= VT_FIRST_PERSON &&
           trigger->number <= VT_LAST_PERSON && vt_class_is(trigger->class_name, "host.user");
}

static bool is_hash(const char *text) {
    return strlen(text) >= SHORTEST_HASH;
}

static bool is_name(const char *text) {
    return strlen(text) >= SHORTEST_NAME;
}

/* True if PREDICATE tests whether as many bytes as somebody says are alike. */
static bool compares_bytes(struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    uint32_t compare = vt_trap_comparison(program, function, predicate);
    for (uint32_t n = 0; compare != VT_NONE && n < facts->nnodes; n++)
        if (facts->nodes[n].kind == VT_NODE_IN && facts->nodes[n].index == VT_ROLE_LENGTH &&
            facts->nodes[n].ref == compare)
            return true;
    return false;
}

/* A comparison of bytes, as of hashes, or with the text of one; or a number that is no small one.
 */
static bool is_candidate(struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_predicate *p =
        &vt_program_function(program, function, NULL)->predicates[predicate];
    bool is_large = p->number < -SMALL_NUMBER || p->number > SMALL_NUMBER;
    return (p->has_number && is_large && !vt_compare_orders(p->compare)) ||
           vt_trap_has_text(program, function, predicate, is_hash) ||
           (p->has_number && p->number == 0 && compares_bytes(program, function, predicate));
}

/* The same, or a comparison with any name, or with the number of a user. */
static bool may_be_name(struct vt_program *program, uint32_t function, uint32_t predicate) {
    const struct vt_predicate *p =
        &vt_program_function(program, function, NULL)->predicates[predicate];
    return (p->has_number && p->number >= VT_FIRST_PERSON && !vt_compare_orders(p->compare)) ||
           vt_trap_has_text(program, function, predicate, is_name) ||
           is_candidate(program, function, predicate);
}

static bool fits(struct vt_check *check, const struct vt_trigger *trigger) {
    struct vt_program *program = vt_check_program(check);
    bool equal = trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_DECIDES;
    bool holds = trigger->test == VT_TEST_EQUAL || trigger->test == VT_TEST_CONTAINS;
    bool is_known = is_plain(program, trigger) || is_person(trigger);
    return ((equal && is_reckoned(trigger)) || (holds && is_known)) &&
           is_identity(program, trigger);
}

static const struct vt_trap_kind hashed = {is_candidate, fits}, plain = {may_be_name, fits};

/* True if a library tells the program which host it is. */
static bool knows_host(struct vt_check *check) {
    size_t count = 0;
    vt_program_events(vt_check_program(check), VT_FACT_ORIGIN, "environment", vt_check_arena(check),
                      &count);
    for (size_t i = 0; i < sizeof classes / sizeof *classes && count == 0; i++)
        vt_program_events(vt_check_program(check), VT_FACT_ORIGIN, classes[i],
                          vt_check_arena(check), &count);
    return count > 0;
}

static void look_at(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct search *search = context;
    if (trigger->always && fits(check, trigger) && (search->destroys || is_reckoned(trigger)))
        search->host = *trigger;
}

/* True if CONDITION was told of before; else it is from now on. One is enough for all that stands
 * behind it. */
static bool is_told(struct search *search, struct vt_condition_ref condition) {
    for (size_t i = 0; i < search->ntold; i++)
        if (search->told[i].function == condition.function &&
            search->told[i].predicate == condition.predicate)
            return true;
    if (search->ntold < MAX_TOLD)
        search->told[search->ntold++] = condition;
    return false;
}

static void look_for(struct vt_check *check, struct search *search, struct vt_event_ref ref,
                     const struct effect *effect) {
    search->host = (struct vt_trigger){.words = NULL};
    struct vt_harm harm = vt_harm_of(check, ref);
    if (!harm.verb && !effect->verb)
        return;
    search->destroys = effect->destroys || (harm.verb && !harm.is_stop);
    vt_trap_visit_all(check, ref, search->where, look_at, search);
    const struct vt_trigger *host = &search->host;
    if (!host->words || is_told(search, host->condition))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s if %s.", harm.verb ? harm.verb : effect->verb,
                       host->words);
    if (host->tags & VT_TAG_HASH)
        vt_finding_evidence(check, finding, "hashed", 10,
                            "Which host it is cannot be read in the program.");
    if (host->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "The number is decoded first.");
    vt_trap_path(check, finding, host, "It happens here");
    vt_finding_send(check, finding, is_reckoned(host) ? 50 : 45);
}

static void run(struct vt_check *check) {
    const uint8_t *where = vt_trap_find(check, knows_host(check) ? &plain : &hashed);
    if (!where)
        return;
    struct search *search = vt_alloc(vt_check_arena(check), sizeof *search);
    search->where = where;
    for (size_t e = 0; e < sizeof effects / sizeof *effects; e++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, effects[e].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_for(check, search, refs[i], &effects[e]);
    }
}

const struct vt_rule vt_trigger_host = {
    .id = "trigger/host",
    .name = "ChosenHost",
    .summary =
        "Something happens only on hosts whose name or number, mostly hashed, is in the program",
    .description =
        "The name, number or user of this host is hashed, and only if the hash equals one that is "
        "written in the program, it goes on: a connection is made, a program is run, something is "
        "removed. So an attack by way of many hosts' updates reaches the few it is meant for, and "
        "nobody who tests the program sees it.",
    .help = "Let settings or a licence, which the owner can read, say which hosts are meant.",
    .cwe = "CWE-511,CWE-506",
    .precision = "high",
    .severity = 8.8,
    .run = run,
};
