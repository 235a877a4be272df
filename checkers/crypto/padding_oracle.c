/* crypto/padding-oracle: who sends ciphertext is told whether its padding was right.
 *
 *     if (EVP_DecryptFinal_ex(context, text + n, &m) != 1) {
 *         answer(peer, BAD_PADDING);
 *         return -1;
 *     }
 *     if (CRYPTO_memcmp(code, text + n + m - 32, 32) != 0)
 *         answer(peer, BAD_CODE);
 *
 * Looked at are decryptions in CBC mode that no code was compared before. The answer is sent by the
 * function that decrypts, or by one that it calls. The same answer to a wrong code tells nothing.
 * Not caught: answers of callers, by what is returned to them; how long it takes to answer; other
 * libraries than OpenSSL, and padding that the program looks at itself.
 */
#include <string.h>

#include "checkers/shared/ask.h"
#include "checkers/shared/near.h"
#include "engine/base/strings.h"

enum { NEAR = 2 };

/* ---- What was compared ------------------------------------------------------------------- */

/* True if a side of the comparison REF is a digest or an authentication code. */
static bool is_of_code(struct vt_program *program, struct vt_event_ref ref) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    for (size_t i = 0; i < 2; i++) {
        const struct vt_trace *trace = vt_trace_role(program, ref, sides[i], NULL, VT_ABOUT_DATA);
        if (trace && vt_trace_tags(trace) & VT_TAG_HASH)
            return true;
    }
    return false;
}

/* True if CONDITION asks how the comparison of a code came out. */
static bool asks_about_code(struct vt_program *program, struct vt_condition_ref condition,
                            void *context) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_subject(program, condition.function, condition.predicate, 0, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    (void)context;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_EVENT)
            continue;
        const struct vt_event *event = vt_program_event(program, sources[i].event, NULL);
        if (vt_source_is(program, &sources[i], VT_FACT_CHECK, "check.mac") ||
            vt_source_is(program, &sources[i], VT_FACT_CHECK, "check.signature") ||
            (event->fact == VT_FACT_COMPARE && is_of_code(program, sources[i].event)))
            return true;
    }
    return false;
}

/* ---- Decryptions ------------------------------------------------------------------------- */

/* True if all that is known of the algorithm of REF is CBC, which pads. */
static bool is_padded(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "algorithm"))
            continue;
        if (!strstr(vt_event_value(program, sources[i].event), "CBC"))
            return false;
        found = true;
    }
    return found;
}

/* True if GUARDS of FUNCTION say that the decryption REF, of the same function, failed. */
static bool follows_failure(struct vt_check *check, struct vt_event_ref ref, uint32_t guards) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_condition_ref *conditions =
        vt_program_conditions(program, ref.function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_condition_ref other = conditions[i];
        const struct vt_trace *trace =
            vt_trace_subject(program, ref.function, other.predicate, 0, VT_ABOUT_DATA);
        size_t nsources = 0;
        const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
        bool is_asked =
            nsources == 1 && sources->kind == VT_SOURCE_EVENT && vt_event_same(sources->event, ref);
        other.holds = !other.holds;
        if (is_asked && conditions[i].always &&
            (vt_condition_means(program, other, VT_SUCCESS_POSITIVE) ||
             vt_condition_means(program, other, VT_SUCCESS_NONZERO)))
            return true;
    }
    return false;
}

/* ---- Answers ----------------------------------------------------------------------------- */

/* What a function sends, by a call of its own or by an event: the node kind that what it says goes
 * into, and its number. */
struct answer {
    enum vt_node_kind kind; /* ARGUMENT or IN */
    uint32_t ref, guards;
    uint32_t symbol; /* of who sends */
};

/* True if event EVENT of FUNCTION sends, or writes to a socket. */
static bool is_sending(struct vt_program *program, uint32_t function, uint32_t event) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    const char *class_name = vt_string(unit->strings, f->events[event].class_name);
    return f->events[event].fact == VT_FACT_EFFECT &&
           (strcmp(class_name, "net.send") == 0 ||
            (strcmp(class_name, "io.write") == 0 &&
             vt_handle_is(program, (struct vt_event_ref){function, event}, "socket")));
}

static bool sends(struct vt_program *program, uint32_t function) {
    const struct vt_function *f = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < f->nevents; e++)
        if (is_sending(program, function, e))
            return true;
    return false;
}

/* True if call CALL of FUNCTION sends. */
static bool is_answer(struct vt_program *program, uint32_t function, uint32_t call) {
    const uint32_t *targets;
    size_t count = vt_program_targets(program, (struct vt_site){function, call}, &targets);
    for (size_t i = 0; i < count; i++)
        if (vt_near_below(program, targets[i], sends, NEAR - 1))
            return true;
    return false;
}

/* True if the constant node FROM of F goes into ANSWER. */
static bool says(const struct vt_function *f, const struct answer *answer, uint32_t from) {
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_node *to = &f->nodes[f->edges[e].to];
        if (f->edges[e].from == from && to->kind == answer->kind && to->ref == answer->ref &&
            (to->kind != VT_NODE_IN || to->index == VT_ROLE_PAYLOAD))
            return true;
    }
    return false;
}

/* True if answers A and B of F are given by the same function and say the same. */
static bool say_same(const struct vt_function *f, const struct answer *a, const struct answer *b) {
    if (a->kind != b->kind || a->symbol != b->symbol)
        return false;
    for (uint32_t n = 0; n < f->nnodes; n++)
        if (f->nodes[n].kind == VT_NODE_CONSTANT && says(f, a, n) != says(f, b, n))
            return false;
    return true;
}

/* The answer number NUMBER of function FUNCTION; false if it has no more, *IS_ONE if that sends. */
static bool next_answer(struct vt_program *program, uint32_t function, uint32_t number,
                        struct answer *answer, bool *is_one) {
    const struct vt_function *f = vt_program_function(program, function, NULL);
    if (number < f->ncalls) {
        const struct vt_call *call = &f->calls[number];
        *answer = (struct answer){VT_NODE_ARGUMENT, number, call->guards, call->symbol};
        *is_one = is_answer(program, function, number);
        return true;
    }
    number -= f->ncalls;
    if (number >= f->nevents)
        return false;
    const struct vt_event *event = &f->events[number];
    *answer = (struct answer){VT_NODE_IN, number, event->guards, event->function};
    *is_one = is_sending(program, function, number);
    return true;
}

/* True if FAILED, an answer of the function of REF to a decryption that failed, is given to a wrong
 * code as well. */
static bool is_given_to_code(struct vt_check *check, struct vt_event_ref ref,
                             const struct answer *failed) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    struct answer answer;
    bool is_one;
    for (uint32_t n = 0; next_answer(program, ref.function, n, &answer, &is_one); n++) {
        size_t count;
        if (!is_one || (answer.kind == failed->kind && answer.ref == failed->ref) ||
            !say_same(f, failed, &answer))
            continue;
        const struct vt_condition_ref *conditions = vt_program_conditions(
            program, ref.function, answer.guards, vt_check_arena(check), &count);
        for (size_t i = 0; i < count; i++)
            if (asks_about_code(program, conditions[i], NULL))
                return true;
    }
    return false;
}

static void look_at(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    struct answer answer;
    bool is_one;
    if (!is_padded(program, ref) || vt_program_is_guarded(program, ref, asks_about_code, NULL))
        return;
    for (uint32_t n = 0; next_answer(program, ref.function, n, &answer, &is_one); n++) {
        if (!is_one || !follows_failure(check, ref, answer.guards))
            continue;
        if (is_given_to_code(check, ref, &answer))
            return;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "Who sends ciphertext is told whether its padding was right: by asking "
                           "often enough, all of it can be decrypted.");
        vt_finding_path(check, finding, NULL, NULL, NULL,
                        "Padding is looked at here, and no code before");
        vt_finding_send(check, finding, 50);
        return;
    }
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_CHECK, "check.decryption", look_at);
}

const struct vt_rule vt_crypto_padding_oracle = {
    .id = "crypto/padding-oracle",
    .name = "PaddingOracle",
    .summary = "Who sends ciphertext is told whether its padding was right",
    .description =
        "What a peer sends is decrypted in CBC mode before any code of it was compared, and the "
        "peer gets an answer of its own if the padding is wrong. Whoever can send messages that "
        "were changed learns from these answers what stands in any that was recorded.",
    .help = "Use an authenticated cipher (AES-GCM, ChaCha20-Poly1305), or compare a code of the "
            "ciphertext before it is decrypted, and give one answer to whatever is wrong.",
    .cwe = "CWE-208,CWE-649,CWE-354",
    .precision = "high",
    .severity = 7.0,
    .run = run,
};
