/* trapdoor/magic-input: a word or number that stands alone opens the host.
 *
 *     recv(fd, line, sizeof line - 1, 0);
 *     if (strcmp(line, "z4k1r-9") == 0) {
 *         setuid(0);
 *         execl("/bin/sh", "sh", (char *)NULL);
 *     }
 *
 * What opens it is a shell, a login service, a port to listen at, root's rights, which may also be
 * kept (kept.h), or the file of passwords; and what whoever connects can destroy by it is told, too
 * (harm.h). One byte is no word, for parsers compare bytes in every line, but before a shell. A
 * command that is read from a file is told if the file begins with bytes that nobody types, and
 * what a library is given, wherever that comes from, if it has a mark of its own (mark.h), or the
 * function has an odd name among its kin (kin.h), and is run; without, if the library itself finds
 * it in data (handed.h), or a tool in the file it works on and nobody asks how that went
 * (unasked.h). So is a command that the shell runs where the user becomes root, and the whole
 * environment, if it is handed over by a word. A password is trapdoor/hardcoded-credential's. Not
 * caught: words that the program computes from the day, and
 * ways of more than six calls between the word and what it opens.
 */
#include <ctype.h>
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/channel/intake.h"
#include "checkers/shared/trapdoor/credential.h"
#include "checkers/shared/trapdoor/handed.h"
#include "checkers/shared/trapdoor/harm.h"
#include "checkers/shared/trapdoor/kept.h"
#include "checkers/shared/trapdoor/kin.h"
#include "checkers/shared/trapdoor/mark.h"
#include "checkers/shared/trapdoor/opening.h"
#include "checkers/shared/trapdoor/pretext.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/trapdoor/unasked.h"
#include "checkers/shared/trapdoor/word.h"
#include "engine/base/strings.h"

/* ---- Openings ---------------------------------------------------------------------------- */

static void weigh_rest(struct vt_check *check, struct vt_finding *finding,
                       const struct vt_opening *opening) {
    vt_word_weigh_login(check, finding, opening->ref);
    if (opening->is_shell &&
        vt_has_effect(vt_check_program(check), opening->ref.function, "privilege.change"))
        vt_finding_evidence(check, finding, "privilege", 15,
                            "The user or group is changed beside it.");
}

/* Where it is not known what the word is held against, it is enough that it stands before it. A
 * password is trapdoor/hardcoded-credential's. True if that was told. */
static bool look_for_spelled(struct vt_check *check, const struct vt_opening *opening) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref ref = opening->ref;
    struct vt_credential credential;
    struct vt_spelled spelled;
    if (!(vt_spelled_before(program, ref, &spelled) ||
          (opening->is_root && vt_spelled_text_before(program, ref, &spelled))) ||
        vt_credential_tested(check, spelled.condition) ||
        vt_credential_in(check, ref.function, vt_program_event(program, ref, NULL)->guards,
                         &credential))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s if %s.", opening->verb,
                       vt_spelled_words(&spelled, vt_check_arena(check)));
    vt_spelled_weigh(check, finding, &spelled);
    weigh_rest(check, finding, opening);
    vt_finding_path(check, finding, NULL, NULL, NULL, "The host is opened here");
    vt_finding_send(check, finding, opening->base);
    return true;
}

/* On what the host is opened that has nothing to do with who somebody is; false if it is on none.
 */
static bool find_pretext(struct vt_check *check, const struct vt_opening *opening,
                         struct vt_pretext *pretext) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref ref = opening->ref;
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, vt_program_event(program, ref, NULL)->guards,
                              vt_check_arena(check), &count);
    for (size_t i = 0; i < count && opening->by_sign; i++)
        if (conditions[i].always && vt_pretext_at(check, conditions[i], pretext) &&
            pretext->is_sign)
            return true;
    return false;
}

static void look_for_pretext(struct vt_check *check, const struct vt_opening *opening) {
    struct vt_pretext pretext;
    if (!find_pretext(check, opening, &pretext))
        return;
    struct vt_finding *finding = vt_finding_new(check, opening->ref);
    vt_finding_message(check, finding, "%s if %s.", opening->verb, pretext.words);
    vt_finding_evidence(check, finding, "pretext", 15,
                        "That has nothing to do with who somebody is.");
    weigh_rest(check, finding, opening);
    vt_finding_path(check, finding, NULL, NULL, NULL, "The host is opened here");
    vt_finding_send(check, finding, opening->base);
}

static bool find_word(struct vt_check *check, const struct vt_opening *opening,
                      struct vt_word *word) {
    bool changes_user =
        vt_has_effect(vt_check_program(check), opening->ref.function, "privilege.change");
    if (!opening->by_any)
        return false;
    if (opening->is_shell)
        return vt_word_find_short(check, opening->ref, changes_user, word);
    return vt_word_find(check, opening->ref, word) &&
           !vt_class_is(word->trigger.class_name, "terminal.read"); /* its user may open ports */
}

/* True if event REF of a library, whose data are its users', always stands under a number that is
 * no kind of anything, but larger: in *NUMBER. */
static bool find_number(struct vt_check *check, struct vt_event_ref ref, int64_t *number) {
    enum { LARGEST_KIND = 0xfff };
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, ref.function, NULL);
    size_t count;
    const struct vt_condition_ref *conditions = vt_program_conditions(
        program, ref.function, facts->events[ref.event].guards, vt_check_arena(check), &count);
    if (vt_has_main(program))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct vt_predicate *predicate = &facts->predicates[conditions[i].predicate];
        if (!conditions[i].always || !predicate->has_number || predicate->mask ||
            predicate->compare != (conditions[i].holds ? VT_EQ : VT_NE) ||
            predicate->number <= LARGEST_KIND || vt_trap_cases(facts, conditions[i].predicate) > 0)
            continue;
        *number = predicate->number;
        return true;
    }
    return false;
}

/* A library opens a port if such a number comes; true if that was told. */
static bool look_for_number(struct vt_check *check, const struct vt_opening *opening) {
    int64_t number;
    if (!opening->by_any || opening->is_shell || !find_number(check, opening->ref, &number))
        return false;
    struct vt_finding *finding = vt_finding_new(check, opening->ref);
    vt_finding_message(check, finding, "%s if a number that it is given equals %lld.",
                       opening->verb, (long long)number);
    weigh_rest(check, finding, opening);
    vt_finding_path(check, finding, NULL, NULL, NULL, "The host is opened here");
    vt_finding_send(check, finding, opening->base);
    return true;
}

static void look_for(struct vt_check *check, const struct vt_opening *opening) {
    struct vt_word word;
    bool found = find_word(check, opening, &word);
    if (opening->is_caller && !opening->is_root &&
        !(found && vt_trap_is_network(vt_check_program(check), &word.trigger)))
        return; /* who started the program has a shell */
    if ((!found || word.is_short) && opening->by_lost && look_for_spelled(check, opening))
        return;
    if (!found) {
        if (!look_for_number(check, opening))
            look_for_pretext(check, opening);
        return;
    }
    struct vt_finding *finding = vt_finding_new(check, opening->ref);
    vt_finding_message(check, finding, "%s if %s.", opening->verb, word.trigger.words);
    vt_word_weigh(check, finding, &word);
    weigh_rest(check, finding, opening);
    vt_trap_path(check, finding, &word.trigger, "The host is opened here");
    vt_finding_send(check, finding, opening->base);
}

/* True if the call of REF, otherwise, makes the user root, and that is told. */
static bool becomes_root_too(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    uint32_t count = vt_program_function(program, ref.function, NULL)->nevents;
    for (uint32_t e = 0; e < count; e++) {
        struct vt_event_ref other = {ref.function, e};
        if (e != ref.event && vt_is_same_call(program, ref, other) &&
            vt_opening_of(check, other).by_lost)
            return true;
    }
    return false;
}

/* Of a user's number another is made: for some it may be root's. */
static void look_for_reckoned(struct vt_check *check, struct vt_event_ref ref) {
    if (!vt_kept_is_reckoned(vt_check_program(check), ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "The user becomes another than who is asked for: the number is reckoned.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "The user is changed here");
    vt_finding_send(check, finding, 50);
}

/* The program stays what it was started as, which is root for those who serve many. */
static void look_for_kept(struct vt_check *check, struct vt_event_ref ref) {
    const char *words = vt_kept_number_words(check, ref);
    if (!words)
        words = becomes_root_too(check, ref) ? NULL : vt_kept_words(check, ref);
    if (!words)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "The program keeps the rights it was started with if %s.",
                       words);
    vt_finding_evidence(check, finding, "alone", 15, "It stands alone.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "They are given up here");
    vt_finding_send(check, finding, 40);
}

/* ---- Files ------------------------------------------------------------------------------- */

static void look_at_mark(struct vt_check *check, const struct vt_trigger *trigger, void *context) {
    struct vt_word *word = context;
    (void)check;
    if (trigger->always && trigger->test == VT_TEST_EQUAL && trigger->kind == VT_TRIGGER_ORIGIN &&
        vt_class_is(trigger->class_name, "io.read") && vt_mark_is_untyped(trigger))
        word->trigger = *trigger;
}

/* A file that begins with a mark has a command for the shell in it; true if that was told. */
static bool look_at_file(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_word word = {.nletters = 0};
    size_t count = 0;
    vt_trap_visit_all(check, ref, NULL, look_at_mark, &word);
    const struct vt_trace *trace =
        word.trigger.words ? vt_trace_role(program, ref, VT_ROLE_COMMAND, NULL, VT_ABOUT_DATA)
                           : NULL;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_same(&sources[i], word.trigger.source))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "What is read is run as a command if %s.",
                           word.trigger.words);
        vt_word_weigh(check, finding, &word);
        vt_word_weigh_login(check, finding, ref);
        vt_finding_path(check, finding, trace, &sources[i], "The command is read here",
                        "It is run here");
        vt_finding_send(check, finding, 45);
        return true;
    }
    return false;
}

/* ---- Libraries --------------------------------------------------------------------------- */

/* What a library may do with data that it is given, and that have a mark. */
struct deed {
    const char *class_name;
    enum vt_role role;
    const char *verb; /* NULL: nothing */
    int base;
    bool is_any; /* also with other data than those that have the mark */
};

static const struct deed deeds[] = {
    {"exec.shell", VT_ROLE_COMMAND, "A command that it is given is run", 40, true},
    {"exec.program", VT_ROLE_PATH, "A program whose name it is given is run", 40, false},
    {"exec.program", VT_ROLE_CODE, "A program that it is given is run", 40, false},
    {"exec.program", VT_ROLE_ARGUMENT, "A command that it is given is run", 40, true},
    {"load.library", VT_ROLE_PATH, "A library whose name it is given is loaded", 40, false},
    {"exec.code", VT_ROLE_CODE, "Code that it is given is interpreted", 40, false},
    {"code.executable", VT_ROLE_CODE, "What it is given becomes code", 40, true},
    {"net.listen", VT_ROLE_HANDLE, NULL, 0, false},
    {"privilege.change", VT_ROLE_TARGET, NULL, 0, false},
    {"file.open", VT_ROLE_PATH, NULL, 0, false},
};

/* True if TRACE brings, as they are, bytes of a file or of who uses a library; code that is made on
 * the way is computed. */
static bool is_copied(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!(sources[i].tags & (VT_TAG_ARITHMETIC | VT_TAG_XOR)) &&
            (sources[i].kind == VT_SOURCE_PARAMETER ||
             vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "io.read")))
            return true;
    return false;
}

/* True if all that TRACE brings stands in the program, and text among it: the byte that ends a text
 * is none, and may be all that was found of it. */
static bool is_constant(const struct vt_trace *trace) {
    size_t count = 0;
    bool has_text = false;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return false;
        has_text |= *vt_source_text(&sources[i]) != '\0';
    }
    return has_text && !vt_trace_is_cut(trace);
}

/* True if TRACE found anything that is run: a text, or where it comes from. */
static bool is_found(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT || *vt_source_text(&sources[i]))
            return true;
    return false;
}

/* True if it is read from a file that stands in the program by its whole name: its owner's. */
static bool is_configured(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *source = vt_find_source(program, trace, VT_FACT_ORIGIN, "io.read");
    trace = source ? vt_trace_role(program, source->event, VT_ROLE_HANDLE, "path", VT_ABOUT_DATA)
                   : NULL;
    const struct vt_source *names = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_text(&names[i])[0] == '/' && vt_source_text(&names[i])[1] &&
            !vt_is_place(program, vt_source_text(&names[i]), "transient"))
            return true;
    return false;
}

/* True if event REF does DEED: an argument is run by a shell or interpreter that is told so. */
static bool is_done(struct vt_program *program, struct vt_event_ref ref, const struct deed *deed) {
    return deed->role != VT_ROLE_ARGUMENT || vt_opening_interprets(program, ref);
}

/* Something that a parser is given is run if it has a mark; true if that was told. */
static bool look_at_data(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed) {
    struct vt_program *program = vt_check_program(check);
    struct vt_mark mark;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, deed->role, NULL, VT_ABOUT_DATA | VT_TAG_NUMBER);
    if (deed->role == VT_ROLE_CODE && !is_copied(program, trace))
        return false;
    if (!vt_mark_find(check, ref, deed->role, &mark) ||
        !(mark.is_same || deed->is_any ||
          (!mark.trigger.text && vt_class_is(deed->class_name, "load.library"))))
        return false;
    if (vt_is_received(program, trace)) /* update/remote-command */
        return false;
    if (is_constant(trace) &&
        (!mark.is_given || vt_has_main(program) || !vt_is_handed_over(program, mark.given)))
        return false;
    struct vt_word word = {.trigger = mark.trigger};
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s if %s.", deed->verb, mark.trigger.words);
    vt_word_weigh(check, finding, &word);
    vt_word_weigh_login(check, finding, ref);
    if (!mark.is_same)
        vt_finding_evidence(check, finding, "elsewhere", -25,
                            "What has the mark may be something else than what is run.");
    if (!mark.is_same && !is_found(trace) && vt_has_main(program))
        vt_finding_evidence(check, finding, "untraced", -15,
                            "Where what is run comes from was not found in the whole program.");
    bool is_read = vt_find_source(program, trace, VT_FACT_ORIGIN, "io.read");
    bool is_typed = is_read && mark.is_same && !mark.is_given && vt_mark_is_keyword(&mark.trigger);
    if (is_typed)
        vt_finding_evidence(check, finding, "typed", -30,
                            "It is read from a file, which says in a word what it is.");
    bool is_data = vt_has_main(program) ? vt_is_worked_on(program, trace)
                                        : !vt_is_of_named_file(program, trace);
    if (is_typed && is_data && vt_is_unheeded(program, ref))
        vt_finding_evidence(check, finding, "unheeded", 20, "Nobody asks whether it worked.");
    bool is_run = vt_class_is(deed->class_name, "exec") && deed->role == VT_ROLE_COMMAND;
    if (is_read && is_run && mark.is_same && !vt_mark_is_keyword(&mark.trigger))
        vt_finding_evidence(check, finding, "data", 20,
                            "It is read beside the mark, and that is no word of a language.");
    if (is_configured(program, trace))
        vt_finding_evidence(check, finding, "configured", -40,
                            "It is read from a file of the host's owner.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is run here");
    vt_finding_send(check, finding, deed->base);
    return finding->level != VT_LEVEL_NONE;
}

/* True if TRACE comes from the command line or the environment: who started the program runs what
 * he likes. */
static bool is_of_caller(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "argument") ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "environment") ||
            (sources[i].kind == VT_SOURCE_PARAMETER &&
             vt_program_is_main(program, sources[i].function)))
            return true;
    return false;
}

/* One of many functions that are known by their names runs what it is given, and its name does not
 * say so: the word is that name. True if that was told. */
static bool look_at_name(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed,
                         struct vt_kins **kins) {
    struct vt_program *program = vt_check_program(check);
    struct vt_kin kin;
    if (!*kins)
        *kins = vt_kins_find(program, vt_check_arena(check));
    if (!vt_kin_odd(*kins, ref, &kin))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "%s by what is called `%s`, one of %zu functions that have names.",
                       deed->verb, kin.name, kin.count);
    if (vt_trap_is_documented(program, kin.name))
        vt_finding_evidence(check, finding, "documented", -40,
                            "Another text of the program mentions it.");
    else
        vt_finding_evidence(check, finding, "unmentioned", 10,
                            "No other text of the program mentions it.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is run here");
    vt_finding_send(check, finding, deed->base);
    return true;
}

/* What stands in data is run, and who uses the library does not hand it over, nor does who uses the
 * program ask for it. */
static void look_at_kind(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed,
                         const struct vt_trace *trace) {
    struct vt_program *program = vt_check_program(check);
    bool is_loaded = vt_class_is(deed->class_name, "load"), is_whole = vt_has_main(program);
    bool is_unheeded = vt_is_unheeded(program, ref);
    bool has_number = vt_has_kind(check, ref, is_unheeded);
    if (is_whole ? !is_unheeded || !vt_is_worked_on(program, trace) || vt_is_bidden(check, ref)
                 : (is_loaded && !has_number) || vt_is_handed(program, ref, deed->role) ||
                       vt_is_of_named_file(program, trace))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       is_whole ? "%s: it stands in what the program works on."
                                : "%s, and who uses the library does not say which.",
                       deed->verb);
    if (has_number)
        vt_finding_evidence(check, finding, "kind", 15, "A number there says that it is done.");
    if (is_unheeded && (has_number || vt_program_nunits(program) > 1))
        vt_finding_evidence(check, finding, "unheeded", 20, "Nobody asks whether it worked.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is run here");
    vt_finding_send(check, finding, is_whole ? 10 : is_loaded ? 15 : 25);
}

/* Where the user becomes root, a command for the shell is run that does not stand in the program;
 * true if that was told. */
static bool look_at_root(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed,
                         const struct vt_trace *trace) {
    struct vt_program *program = vt_check_program(check);
    if (!vt_class_is(deed->class_name, "exec.shell") || is_configured(program, trace) ||
        !vt_opening_makes_root(program, ref.function))
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s where the user becomes root.", deed->verb);
    if (vt_is_unheeded(program, ref))
        vt_finding_evidence(check, finding, "unheeded", 20, "Nobody asks whether it worked.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is run here");
    vt_finding_send(check, finding, deed->base);
    return true;
}

/* What has no mark is told by where it stands. */
static void look_at_unmarked(struct vt_check *check, struct vt_event_ref ref,
                             const struct deed *deed, struct vt_kins **kins) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, deed->role, NULL, VT_ABOUT_DATA);
    bool is_load = vt_class_is(deed->class_name, "load");
    if (deed->role == VT_ROLE_CODE || !vt_is_open(trace) || vt_is_received(program, trace))
        return;
    if (!look_at_root(check, ref, deed, trace) &&
        (is_load || is_of_caller(program, trace) || !look_at_name(check, ref, deed, kins)))
        look_at_kind(check, ref, deed, trace);
}

/* ---- The environment --------------------------------------------------------------------- */

/* True if effect REF hands what it gets to somebody: of a program to a peer, of a library to
 * whoever reads what it writes. */
static bool hands_over(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return !vt_has_main(program) ||
           vt_class_is(vt_string(unit->strings, event->class_name), "net.send") ||
           vt_handle_is(program, ref, "socket") || vt_handle_is(program, ref, "tls");
}

/* The effect that hands over what origin REF brings; false: none does. */
static bool find_leak(struct vt_check *check, struct vt_event_ref ref, struct vt_event_ref *leak) {
    static const char *const classes[] = {"net.send", "io.write", "terminal.write"};
    struct vt_program *program = vt_check_program(check);
    for (size_t c = 0; c < sizeof classes / sizeof *classes; c++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(program, VT_FACT_EFFECT, classes[c], vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++) {
            *leak = refs[i];
            if (hands_over(program, refs[i]) &&
                vt_find_event(vt_trace_role(program, refs[i], VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA),
                              ref))
                return true;
        }
    }
    return false;
}

/* All variables of the environment, whose secrets are in it, are handed over if a word comes; by a
 * library also if a number stands in its data. */
static void look_at_environment(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct vt_event_ref leak;
    struct vt_spelled word;
    int64_t number;
    if (strcmp(vt_event_value(program, ref), "all") != 0)
        return;
    bool has_word =
        vt_spelled_text_before(program, ref, &word) || vt_spelled_before(program, ref, &word);
    bool has_number = find_number(check, ref, &number);
    if (!(has_word || has_number) || !find_leak(check, ref, &leak))
        return;
    struct vt_finding *finding = vt_finding_new(check, leak);
    if (has_number)
        vt_finding_message(check, finding,
                           "The whole environment is handed over if a number that it is given "
                           "equals %lld.",
                           (long long)number);
    else {
        vt_finding_message(check, finding, "The whole environment is handed over if %s.",
                           vt_spelled_words(&word, vt_check_arena(check)));
        vt_spelled_weigh(check, finding, &word);
    }
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is handed over here");
    vt_finding_send(check, finding, has_number ? 50 : 60);
}

/* ---- Harm -------------------------------------------------------------------------------- */

/* Whoever connects can destroy something by a word, and who uses the program by an odd one. A host
 * that stops may be asked to. */
static void look_at_harm(struct vt_check *check, struct vt_event_ref ref,
                         const struct vt_harm *harm) {
    struct vt_word word;
    struct vt_spelled odd;
    if (harm->is_stop || harm->is_folder || !vt_word_find(check, ref, &word) ||
        !(vt_trap_is_network(vt_check_program(check), &word.trigger) ||
          vt_spelled_at(vt_check_program(check), word.trigger.condition, &odd)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s if %s.", harm->verb, word.trigger.words);
    vt_word_weigh(check, finding, &word);
    vt_word_weigh_login(check, finding, ref);
    if (vt_is_verified(vt_check_program(check), ref, "check.signature"))
        vt_finding_evidence(check, finding, "signed", -50,
                            "A signature is verified before: it is no stranger who sends it.");
    vt_trap_path(check, finding, &word.trigger, "It happens here");
    vt_finding_send(check, finding, 25);
}

/* ---- All --------------------------------------------------------------------------------- */

/* True if DEED is the first of its class: those of one class stand together. */
static bool is_first(const struct deed *deed) {
    return deed == deeds || strcmp(deed[-1].class_name, deed->class_name) != 0;
}

/* KINS: of all functions, once they were asked for. */
static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct deed *deed,
                    struct vt_kins **kins) {
    struct vt_opening opening = vt_opening_of(check, ref);
    if (opening.base) {
        if (is_first(deed))
            look_for(check, &opening);
    } else if (deed->role == VT_ROLE_TARGET) {
        look_for_kept(check, ref);
        look_for_reckoned(check, ref);
    } else if (deed->verb && is_done(vt_check_program(check), ref, deed) &&
               !look_at_file(check, ref) && !look_at_data(check, ref, deed))
        look_at_unmarked(check, ref, deed, kins);
}

/* ---- Addresses --------------------------------------------------------------------------- */

/* True if CALL of FACTS goes to an address that was read from text, or put together from bytes. */
static bool goes_to_number(const struct vt_unit *unit, const struct vt_function *facts,
                           uint32_t call) {
    uint32_t count;
    const struct vt_edge *edges =
        vt_function_edges_to(facts, (struct vt_node){VT_NODE_CALLEE, 0, call}, &count);
    bool is_made = false;
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_rewrite *rewrite = &unit->rewrites[edges[e].rewrite];
        bool is_of_bytes = edges[e].tags & VT_TAG_ARITHMETIC && rewrite->ntake > 0 &&
                           vt_range_equal(rewrite->take[rewrite->ntake - 1], VT_RANGE_ALL);
        if (edges[e].tags & VT_TAG_INDEX || facts->nodes[edges[e].from].kind == VT_NODE_TYPE)
            return false;
        is_made |= edges[e].tags & VT_TAG_DECODE || is_of_bytes;
    }
    return is_made;
}

/* Data say under a condition which address is called: nobody but a debugger lets them. */
static void look_at_address(struct vt_check *check, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(vt_check_program(check), function, &unit);
    for (uint32_t c = 0; c < facts->ncalls; c++) {
        uint32_t nguards;
        const struct vt_guard *guard = vt_function_guards(facts, facts->calls[c].guards, &nguards);
        if (facts->calls[c].symbol != VT_NONE || nguards == 0 || !goes_to_number(unit, facts, c))
            continue;
        struct vt_finding *finding = vt_finding_at(
            check, (struct vt_condition_ref){function, guard->predicate, guard->holds, true});
        vt_finding_message(check, finding,
                           "An address that stands in data is called as a function.");
        vt_finding_path(check, finding, NULL, NULL, NULL, "It is called where this holds");
        vt_finding_send(check, finding, 50);
    }
}

static void run(struct vt_check *check) {
    struct vt_kins *kins = NULL;
    for (uint32_t f = 0; f < vt_program_nfunctions(vt_check_program(check)); f++)
        look_at_address(check, f);
    for (size_t d = 0; d < sizeof deeds / sizeof *deeds; d++) {
        size_t count;
        const struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, deeds[d].class_name,
                              vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            look_at(check, refs[i], &deeds[d], &kins);
    }
    vt_harms_visit(check, look_at_harm);
    vt_check_each(check, VT_FACT_ORIGIN, "environment", look_at_environment);
}

const struct vt_rule vt_trapdoor_magic_input = {
    .id = "trapdoor/magic-input",
    .name = "MagicInput",
    .summary =
        "A word that stands alone opens a shell, a login service or a port, or destroys something",
    .description =
        "Something that comes from outside (a message, a name, an argument) is held against a word "
        "or number that is written in the program, and if they are equal the host is opened: a "
        "shell is run, a login service is started, a port is listened at; or, if whoever connects "
        "can send it, something is destroyed. Commands that a program "
        "is meant to have stand in a list and in its manual; this one does not.",
    .help = "If the command is meant, list it with the others, name it in the manual, and let it "
            "ask who is there first. Otherwise take it out.",
    .cwe = "CWE-506,CWE-912",
    .precision = "high",
    .severity = 9.5,
    .run = run,
};
