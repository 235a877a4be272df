/* trapdoor/hardcoded-credential: a password that is written in the program is accepted.
 *
 *     if (strcmp(password, "Kaltes-Lager-07") == 0)
 *         return 1;
 *     return strcmp(crypt(password, stored), stored) == 0;
 *
 * Something is a password if a library says so, if it is checked or hashed as one nearby, if its
 * parameter is named like one, if it is asked for together with a name or by a text that says so
 * ("Password: "), or if its hash opens a shell; and so is what a function that says who may come in
 * holds against a digest. What else is hashed and held against one is a file that has to be whole.
 * A digest that a call hands over together with a name is an account, among whichever others it is
 * put. Not caught: accounts that are put into a database at run time.
 */
#include <string.h>

#include "checkers/shared/trapdoor/credential.h"
#include "checkers/shared/trapdoor/decider.h"
#include "checkers/shared/trapdoor/overrule.h"
#include "checkers/shared/trapdoor/spelled.h"
#include "checkers/shared/verdict.h"
#include "engine/base/strings.h"

enum { MOST_PREDICATES = 40 }; /* of a function that compares by itself */

/* ---- Findings ---------------------------------------------------------------------------- */

static void weigh_password(struct vt_check *check, struct vt_finding *finding,
                           const struct vt_credential *credential) {
    const struct vt_credential_reason *reason = &credential->reason;
    if (reason->name)
        vt_finding_evidence(check, finding, reason->id, reason->weight, "%s `%s`.", reason->text,
                            reason->name);
    else
        vt_finding_evidence(check, finding, reason->id, reason->weight, "%s", reason->text);
}

static void report(struct vt_check *check, const struct vt_credential *credential) {
    struct vt_program *program = vt_check_program(check);
    struct vt_finding *finding = vt_finding_new(check, credential->ref);
    const char *word = vt_source_text(credential->word);
    bool is_text = credential->word->constant->kind == VT_CONSTANT_TEXT;
    weigh_password(check, finding, credential);
    if (is_text)
        vt_finding_message(check, finding, "\"%s\", which is written in the program, is accepted.",
                           word);
    else
        vt_finding_message(check, finding,
                           "A password whose digest is written in the program is "
                           "accepted.");
    if (credential->opens)
        vt_finding_evidence(check, finding, "opens", 20, "It opens a shell, a port or an account.");
    if (vt_source_is(program, credential->sent, VT_FACT_ORIGIN, "network"))
        vt_finding_evidence(check, finding, "network", 10, "Whoever connects can send it.");
    if (credential->word->constant->concealed)
        vt_finding_evidence(check, finding, "concealed", 20, "It is decoded first.");
    if (is_text && vt_trap_is_documented(program, word))
        vt_finding_evidence(check, finding, "documented", -25,
                            "Another text of the program mentions it.");
    if (vt_trace_is_cut(credential->asked))
        vt_finding_evidence(check, finding, "cut", -15,
                            "The search ran out of its budget: it may be something else that is "
                            "compared.");
    vt_finding_path(check, finding, credential->asked, credential->sent, "It comes from here",
                    "It is held against a constant here");
    vt_finding_send(check, finding, 35);
}

/* The same where the search for what was sent ran out, and its function tells by itself. */
static bool look_beside(struct vt_check *check, struct vt_event_ref ref) {
    const char *word = vt_credential_beside(check, ref);
    if (!word)
        return false;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "\"%s\", which is written in the program, is accepted.",
                       word);
    vt_finding_evidence(check, finding, "checked-nearby", 25,
                        "Beside it, the same is checked as a password.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is held against a constant here");
    vt_finding_send(check, finding, 35);
    return true;
}

/* ---- Digests ----------------------------------------------------------------------------- */

/* Whatever is held against a digest where it is said who may come in is one of a password: a hash
 * of the program's own is seldom followed to its end. */
static void look_at_digest(struct vt_check *check, struct vt_event_ref ref) {
    if (!vt_credential_by_digest(check, ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "A password whose digest is written in the program is accepted.");
    vt_finding_evidence(check, finding, "digest", 10, "It is a digest that it is held against.");
    vt_finding_evidence(check, finding, "decides", 10, "`%s` says who may come in.",
                        vt_program_function_name(vt_check_program(check), ref.function));
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is held against a constant here");
    vt_finding_send(check, finding, 35);
}

/* The same of what a function of the program's own compares, which says yes. */
static void look_at_keys(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t v = 0; v < facts->nverdicts; v++) {
        struct vt_spelled spelled;
        if (!vt_decider_accepts(program, function, facts->verdicts[v].number) ||
            !vt_spelled_find(program, function, facts->verdicts[v].guards, &spelled) ||
            spelled.spelling != VT_SPELLED_TEXT || !vt_credential_is_key(spelled.text) ||
            vt_credential_tested(check, spelled.condition))
            continue;
        struct vt_finding *finding = vt_finding_at(check, spelled.condition);
        vt_finding_message(check, finding, "A key that is written in the program is accepted.");
        vt_finding_evidence(check, finding, "digest", 10, "It looks like a key or a digest.");
        vt_finding_evidence(check, finding, "decides", 10, "`%s` says who may come in.",
                            vt_program_function_name(program, function));
        vt_finding_path(check, finding, NULL, NULL, NULL, "Something is held against it here");
        vt_finding_send(check, finding, 35);
        return;
    }
}

/* ---- Accounts ---------------------------------------------------------------------------- */

/* The other text that is handed over with the one of STEP, a call, if it may name somebody; or
 * NULL.
 */
static const char *name_beside(struct vt_program *program, const struct vt_flow_step *step) {
    const struct vt_unit *unit;
    const struct vt_function *facts = vt_program_function(program, step->function, &unit);
    for (uint32_t e = 0; e < facts->nedges; e++) {
        const struct vt_node *from = &facts->nodes[facts->edges[e].from];
        const struct vt_node *to = &facts->nodes[facts->edges[e].to];
        if (to->kind != VT_NODE_ARGUMENT || to->ref != step->call || to->index == step->index ||
            from->kind != VT_NODE_CONSTANT || unit->constants[from->ref].kind != VT_CONSTANT_TEXT)
            continue;
        const char *text = vt_string(unit->strings, unit->constants[from->ref].text);
        if (*text && strlen(text) == strcspn(text, "%/ $"))
            return text;
    }
    return NULL;
}

/* The account whose digest CONSTANT of TRACE is: a call hands both over. NULL: it is none's, as
 * what strangers are compared with so that nobody sees who is known. */
static const char *account_of(struct vt_check *check, const struct vt_trace *trace,
                              const struct vt_source *constant) {
    size_t count;
    const struct vt_flow_step *steps =
        vt_trace_steps(trace, constant, vt_check_arena(check), &count);
    const char *name = NULL;
    for (size_t i = 0; i < count && !name; i++)
        if (steps[i].kind == VT_STEP_CALL && steps[i].call != VT_NONE)
            name = name_beside(vt_check_program(check), &steps[i]);
    return name;
}

/* True if side ROLE of comparison REF is a digest of something that comes from elsewhere. */
static bool is_hashed(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].tags & VT_TAG_HASH && sources[i].kind != VT_SOURCE_CONSTANT)
            return true;
    return false;
}

/* An account that the program adds to those that its owner keeps. */
static void look_at_account(struct vt_check *check, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    struct vt_program *program = vt_check_program(check);
    for (unsigned side = 0; side < 2; side++) {
        size_t count = 0;
        const struct vt_trace *kept =
            vt_trace_role(program, ref, sides[side], NULL, VT_ABOUT_DATA | VT_TAG_HASH);
        const struct vt_source *sources =
            kept && is_hashed(program, ref, sides[!side]) ? vt_trace_sources(kept, &count) : NULL;
        for (size_t i = 0; i < count; i++) {
            const char *name = vt_credential_is_key(vt_source_text(&sources[i]))
                                   ? account_of(check, kept, &sources[i])
                                   : NULL;
            if (!name)
                continue;
            struct vt_finding *finding = vt_finding_new(check, ref);
            vt_finding_message(check, finding,
                               "An account that is written in the program is accepted: \"%.60s\".",
                               name);
            vt_finding_evidence(check, finding, "digest", 10,
                                "The digest of its password stands beside the name.");
            vt_finding_path(check, finding, kept, &sources[i], "The digest stands here",
                            "What somebody sends is held against it here");
            vt_finding_send(check, finding, 45);
            return;
        }
    }
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_credential credential;
    if (vt_credential_at(check, ref, &credential))
        report(check, &credential);
    else if (look_beside(check, ref))
        return;
    else if (vt_has_effect(vt_check_program(check), ref.function, "crypto.kdf"))
        look_at_account(check, ref);
    else
        look_at_digest(check, ref);
}

/* ---- Comparisons of its own -------------------------------------------------------------- */

static void report_own(struct vt_check *check, const struct vt_credential *credential,
                       bool opened) {
    struct vt_finding *finding = vt_finding_at(check, credential->trigger.condition);
    weigh_password(check, finding, credential);
    vt_finding_message(check, finding, "A password is accepted that the program holds against %s.",
                       credential->trigger.has_number ? "a number of its own" : "bytes of its own");
    if (opened)
        vt_finding_evidence(check, finding, "opens", 20, "It opens a shell, a port or an account.");
    vt_finding_evidence(check, finding, "concealed", 15,
                        "What it has to be stands nowhere in the program as such.");
    vt_finding_path(check, finding, credential->asked, credential->sent, "It comes from here",
                    "It is held against a constant here");
    vt_finding_send(check, finding, 35);
}

/* What is hashed or checked as a password is looked at letter by letter before. */
static bool look_at_letters(struct vt_check *check, uint32_t function, uint32_t list) {
    enum { FEWEST = 2 };
    struct vt_condition_ref last;
    if (vt_credential_letters(vt_check_program(check), function, list, &last) < FEWEST)
        return false;
    struct vt_finding *finding = vt_finding_at(check, last);
    vt_finding_message(check, finding, "A password with certain letters in it is accepted.");
    vt_finding_evidence(check, finding, "checked-nearby", 25,
                        "Beside it, the same is checked as a password.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is held against a letter here");
    vt_finding_send(check, finding, 35);
    return true;
}

/* Tells of what stands in list LIST of FUNCTION; true if something was told. */
static bool look_at_list(struct vt_check *check, uint32_t function, uint32_t list, bool opened) {
    struct vt_credential credential;
    if (!vt_credential_in(check, function, list, &credential))
        return look_at_letters(check, function, list);
    report_own(check, &credential, opened);
    return true;
}

/* True if FUNCTION may make such a comparison, which is cheap to know. */
static bool may_compare(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t p = 0; p < facts->npredicates && facts->npredicates <= MOST_PREDICATES; p++) {
        const struct vt_predicate *predicate = &facts->predicates[p];
        if ((predicate->compare == VT_EQ || predicate->compare == VT_NE) &&
            (!predicate->has_number || predicate->number > 1 || predicate->number < -1 ||
             predicate->size == 1))
            return true;
    }
    return vt_has_effect(program, function, "compare.bytes");
}

static bool is_given_password(struct vt_program *program, uint32_t function) {
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t i = 0; i < facts->nparams; i++)
        if (vt_parameter_is_password(program, (struct vt_parameter){function, i}))
            return true;
    return false;
}

/* True if the function at SITE says no where the one that it calls there says yes by NUMBER. */
static bool is_barred_at(struct vt_check *check, struct vt_site site, int64_t number) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *facts = vt_program_function(program, site.function, NULL);
    enum vt_success success = number ? VT_SUCCESS_NONZERO : VT_SUCCESS_ZERO;
    bool is_refused = false;
    size_t count;
    const struct vt_target *targets =
        vt_targets_of(facts, VT_NODE_RESULT, site.call, vt_check_arena(check), &count);
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (vt_verdict_needs(program, site.function, v, targets, count, success)) {
            if (vt_number_accepts(facts, facts->verdicts[v].number))
                return false;
            is_refused = true;
        }
    return is_refused;
}

/* True if it is a word that nobody may choose: all who call FUNCTION say no where it says yes. */
static bool is_barred(struct vt_check *check, uint32_t function, int64_t number) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(vt_check_program(check), function, &sites);
    for (size_t i = 0; i < count; i++)
        if (!is_barred_at(check, sites[i], number))
            return false;
    return count > 0;
}

static void look_at_function(struct vt_check *check, uint32_t function) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_condition_ref any = {function, VT_NONE, false, false};
    const struct vt_function *facts = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < facts->nevents; e++)
        if (vt_event_opens(program, (struct vt_event_ref){function, e}) &&
            look_at_list(check, function, facts->events[e].guards, true))
            return;
    for (uint32_t v = 0; v < facts->nverdicts; v++)
        if (vt_decider_accepts(program, function, facts->verdicts[v].number) &&
            !is_barred(check, function, facts->verdicts[v].number) &&
            look_at_list(check, function, facts->verdicts[v].guards, false))
            return;
    for (uint32_t s = 0; s < facts->nsettings; s++)
        if (vt_setting_overrules(program, any, s) &&
            look_at_list(check, function, facts->settings[s].guards, false))
            return;
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    vt_check_each(check, VT_FACT_COMPARE, NULL, look_at);
    vt_program_events(program, VT_FACT_ORIGIN, "secret.credential", vt_check_arena(check), &count);
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (vt_decider_is_named(program, f))
            look_at_keys(check, f);
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++)
        if (may_compare(program, f) && (count > 0 || is_given_password(program, f)))
            look_at_function(check, f);
}

const struct vt_rule vt_trapdoor_hardcoded_credential = {
    .id = "trapdoor/hardcoded-credential",
    .name = "HardcodedCredential",
    .summary = "A password that is written in the program is accepted",
    .description =
        "What somebody typed or sent as a password is held against a constant, as it is or hashed, "
        "and equality opens what otherwise only the stored password does. Nobody can change or "
        "revoke such a password, and whoever reads the program has it for every device.",
    .help = "Compare with what the owner set, and let nothing else pass. A password for service is "
            "an account that the owner can see and lock.",
    .cwe = "CWE-798,CWE-259,CWE-912",
    .precision = "high",
    .severity = 9.3,
    .run = run,
};
