/* crypto/weak-parameters: numbers of the program that cryptography is done with do not hold.
 *
 *     static const unsigned char dh1024_p[] = { 0xcc, 0x17, 0xf2, ... };   // not a prime
 *     DH_set0_pqg(dh, BN_bin2bn(dh1024_p, sizeof dh1024_p, NULL), NULL, g);
 *
 * Moduli are tested (size, factors, primality of p and (p - 1) / 2), exponents and generators
 * looked at, curves held against the standards and points against their curve. Not caught: numbers
 * that are computed, read, or written as limbs; without arithmetic (numbers.h) nothing is.
 */
#include <string.h>

#include "checkers/shared/crypto/constants.h"
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"

/* The bounds of crypto/short-key. */
enum { GOOD = 2048, BROKEN = 1025, GOOD_CURVE = 224, NO_SIZE = 128, MOST_TESTS = 128 };
enum { SHORT = 80, SMALL = 50, UNSAFE = 45 }; /* weights that are asked for again */

struct judge {
    struct vt_check *check;
    struct vt_program *program;
    const struct vt_numbers *numbers;
    struct vt_arena *arena;
    unsigned tests; /* that were made; they are what takes time */
    struct vt_told told;
};

/* A constant of one role. */
struct operand {
    const struct vt_trace *trace;
    const struct vt_source *source;
    struct vt_number number;
};

/* What is wrong with a number, and how bad it is; 0: nothing. */
struct flaw {
    int weight;
    const char *text;
};

static const struct flaw none = {0, NULL};

/* ---- Judgements -------------------------------------------------------------------------- */

static struct flaw size_flaw(struct judge *judge, const char *what, size_t bits, size_t good) {
    if (bits < NO_SIZE || bits >= good)
        return none;
    const char *text =
        vt_alloc_format(judge->arena, "%s has %zu bits, less than %zu", what, bits, good);
    return (struct flaw){bits < BROKEN && good == GOOD ? SHORT : SMALL, text};
}

static struct flaw worse(struct flaw a, struct flaw b) {
    return b.weight > a.weight ? b : a;
}

/* WHAT must be a prime. */
static struct flaw prime_flaw(struct judge *judge, const char *what, struct vt_number number) {
    if (judge->tests++ >= MOST_TESTS || judge->numbers->is_prime(number))
        return none;
    uint32_t factor = judge->numbers->small_factor(number);
    if (!factor)
        return (struct flaw){90, vt_alloc_format(judge->arena, "%s is not a prime", what)};
    return (struct flaw){
        90, vt_alloc_format(judge->arena, "%s is not a prime: %u divides it", what, factor)};
}

/* The modulus P of a group; Q and G may be NULL. */
static struct flaw group_flaw(struct judge *judge, const struct operand *p, const struct operand *q,
                              const struct operand *g) {
    const char *what = "The prime of a group";
    struct flaw flaw = size_flaw(judge, what, vt_number_bits(p->number), GOOD);
    if (vt_number_bits(p->number) < NO_SIZE)
        return none;
    if (g && (vt_number_bits(g->number) < 2 || judge->numbers->is_before(g->number, p->number)))
        flaw = worse(flaw, (struct flaw){90, "The generator of a group makes one or two elements"});
    if (vt_number_known(judge->program, p->number))
        return flaw;
    flaw = worse(flaw, prime_flaw(judge, what, p->number));
    if (flaw.weight >= 90)
        return flaw;
    if (q && !judge->numbers->divides_before(q->number, p->number))
        return (struct flaw){85, "The order that is told of a group is not one: it does not divide "
                                 "its prime less one"};
    if (!q && judge->tests++ < MOST_TESTS && !judge->numbers->is_safe(p->number))
        flaw = worse(flaw,
                     (struct flaw){UNSAFE, "The prime of a group is of no standard and not a safe "
                                           "one: its group may have small parts"});
    return flaw;
}

static struct flaw modulus_flaw(struct judge *judge, const struct operand *n) {
    const char *what = "The modulus of an RSA key";
    uint32_t factor;
    if (vt_number_bits(n->number) < NO_SIZE)
        return none;
    struct flaw flaw = size_flaw(judge, what, vt_number_bits(n->number), GOOD);
    if (judge->tests++ >= MOST_TESTS)
        return flaw;
    if ((factor = judge->numbers->small_factor(n->number)) != 0)
        return (struct flaw){90,
                             vt_alloc_format(judge->arena, "%s is divided by %u", what, factor)};
    if (judge->numbers->is_prime(n->number))
        return (struct flaw){90, "The modulus of an RSA key is a prime: who knows it has the key"};
    return flaw;
}

/* Zero is what stands in memory before a number is put there. */
static struct flaw exponent_flaw(const struct operand *e) {
    size_t bits = vt_number_bits(e->number);
    if (!bits)
        return none;
    if (bits == 1)
        return (struct flaw){90, "The public exponent of an RSA key is 1: its encryption changes "
                                 "nothing, and anybody can sign"};
    if (e->number.bytes[e->number.size - 1] % 2 == 0)
        return (struct flaw){85, "The public exponent of an RSA key is even: this is not RSA"};
    return bits == 2
               ? (struct flaw){45, "The public exponent of an RSA key is 3: with weak padding, "
                                   "what it protects falls to a cube root"}
               : none;
}

/* The number of models/tables/ that is PART of the curve whose prime is P. */
static const struct vt_reference *part_of(struct judge *judge, const char *curve,
                                          const char *part) {
    const struct vt_models *models = vt_program_models(judge->program);
    const char *name = vt_alloc_format(judge->arena, "%s %s", curve, part);
    for (size_t i = 0; i < models->nreferences; i++)
        if (strcmp(models->references[i].name, name) == 0)
            return &models->references[i];
    return NULL;
}

static struct flaw standard_flaw(struct judge *judge, const struct vt_curve *curve,
                                 const struct vt_reference *known) {
    const struct vt_reference *b = part_of(judge, known->algorithm, "b");
    if (!b || vt_number_equal(vt_number_of(b, judge->arena), curve->b))
        return none;
    return (struct flaw){85, vt_alloc_format(judge->arena,
                                             "A curve over the prime of %s has another "
                                             "coefficient b than that",
                                             known->algorithm)};
}

static struct flaw curve_flaw(struct judge *judge, const struct vt_curve *curve) {
    const char *what = "The prime of a curve";
    const struct vt_reference *known = vt_number_known(judge->program, curve->p);
    struct flaw flaw = size_flaw(judge, what, vt_number_bits(curve->p), GOOD_CURVE);
    if (vt_number_bits(curve->p) < 64)
        return none;
    if (known && part_of(judge, known->algorithm, "p") == known)
        flaw = worse(flaw, standard_flaw(judge, curve, known));
    else
        flaw = worse(flaw, prime_flaw(judge, what, curve->p));
    if (flaw.weight < 90 && judge->numbers->is_singular(curve))
        return (struct flaw){90, "A curve is singular: its logarithms are easy"};
    return flaw;
}

/* ---- Events ------------------------------------------------------------------------------ */

/* The constants of ROLE; false if there is none, or it could be more than one. */
static bool only_number(struct judge *judge, struct vt_event_ref ref, enum vt_role role,
                        struct operand *operand) {
    size_t count = 0, found = 0;
    operand->trace = vt_trace_role(judge->program, ref, role, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources =
        operand->trace ? vt_trace_sources(operand->trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        struct vt_number number;
        if (!vt_source_large(judge->program, &sources[i], judge->arena, &number))
            continue;
        if (found && vt_number_equal(number, operand->number))
            continue;
        operand->source = &sources[i];
        operand->number = number;
        found++;
    }
    /* A constant that a function nobody knows was given to write another one over is none. */
    return found == 1 && !vt_trace_passes_unknown(operand->trace);
}

/* True if the trace of OPERAND leads to larger numbers as well, to choose from. */
static bool is_menu(struct judge *judge, const struct operand *operand) {
    size_t count, larger = 0;
    const struct vt_source *sources = vt_trace_sources(operand->trace, &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_number number;
        larger += vt_source_large(judge->program, &sources[i], judge->arena, &number) &&
                  vt_number_bits(number) >= GOOD;
    }
    return larger > 1;
}

static void tell(struct judge *judge, struct vt_event_ref ref, const struct operand *operand,
                 struct flaw flaw) {
    if (!flaw.weight || vt_tell_once(&judge->told, operand->source, judge->arena))
        return;
    struct vt_finding *finding = vt_finding_new(judge->check, ref);
    if ((flaw.weight == SHORT || flaw.weight == SMALL) && is_menu(judge, operand))
        vt_finding_evidence(judge->check, finding, "menu", -45,
                            "It is one of several to choose from, and larger ones are among them.");
    vt_finding_message(judge->check, finding, "%s.", flaw.text);
    vt_finding_path(judge->check, finding, operand->trace, operand->source,
                    "The number stands here", "It takes effect here");
    vt_finding_send(judge->check, finding, flaw.weight);
}

/* Parameters in DER or PEM: prime and generator. */
static void judge_encoded(struct judge *judge, struct vt_event_ref ref, const struct operand *in) {
    struct vt_number integers[2];
    struct operand p = *in, g = *in;
    if (vt_source_integers(in->source, judge->arena, integers, 2) != 2)
        return;
    p.number = integers[0];
    g.number = integers[1];
    tell(judge, ref, in, group_flaw(judge, &p, NULL, &g));
}

/* A number of the program's own type is a modulus only if nothing else can be: small ones stand
 * everywhere. */
static struct flaw tiny_flaw(struct judge *judge, const struct operand *p) {
    enum { TINIEST = 16 };
    size_t bits = vt_number_bits(p->number);
    if (bits < TINIEST || vt_trace_is_cut(p->trace))
        return none;
    return (struct flaw){90,
                         vt_alloc_format(judge->arena, "The prime of a group has %zu bits", bits)};
}

/* True if a source of OPERAND brings data from outside: what stands there at first is no number. */
static bool is_read(struct judge *judge, const struct operand *operand) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(operand->trace, &count);
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind == VT_SOURCE_EVENT &&
            vt_program_event(judge->program, sources[i].event, NULL)->fact == VT_FACT_ORIGIN)
            return true;
    return false;
}

/* The generator alone, where the prime is the library's or unknown. */
static void judge_generator(struct judge *judge, struct vt_event_ref ref) {
    struct operand g = {0};
    if (only_number(judge, ref, VT_ROLE_ARGUMENT, &g) && vt_number_bits(g.number) == 1 &&
        !vt_trace_is_cut(g.trace) && !is_read(judge, &g))
        tell(judge, ref, &g, (struct flaw){90, "The generator of a group is 1"});
}

/* Each constant that may be the modulus is judged: which one it is, the program decides. */
static void judge_group(struct judge *judge, struct vt_event_ref ref) {
    struct operand p = {
        .trace = vt_trace_role(judge->program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA)};
    struct operand q, g;
    size_t count = 0;
    const struct vt_source *sources = p.trace ? vt_trace_sources(p.trace, &count) : NULL;
    bool has_q = count == 1 && only_number(judge, ref, VT_ROLE_TARGET, &q);
    bool has_g = count == 1 && only_number(judge, ref, VT_ROLE_ARGUMENT, &g);
    size_t nq = 0;
    const struct vt_trace *order = vt_trace_role(judge->program, ref, VT_ROLE_TARGET, NULL, 0);
    if (order)
        vt_trace_sources(order, &nq);
    bool is_told = nq > 0 && !has_q; /* an order, but nobody can say which */
    bool is_elsewhere = true;        /* the prime */
    for (size_t i = 0; i < count; i++) {
        is_elsewhere &= sources[i].kind != VT_SOURCE_CONSTANT;
        p.source = &sources[i];
        if (vt_source_large(judge->program, &sources[i], judge->arena, &p.number)) {
            struct flaw flaw =
                group_flaw(judge, &p, has_q ? &q : NULL, has_g && g.source ? &g : NULL);
            if (count == 1 && has_g && vt_number_bits(p.number) < NO_SIZE)
                flaw = tiny_flaw(judge, &p);
            if (!is_told || flaw.weight != UNSAFE)
                tell(judge, ref, &p, flaw);
        } else {
            judge_encoded(judge, ref, &p);
        }
    }
    if (is_elsewhere)
        judge_generator(judge, ref);
}

static void judge_rsa(struct judge *judge, struct vt_event_ref ref) {
    struct operand n = {0}, e = {0};
    if (only_number(judge, ref, VT_ROLE_PAYLOAD, &n))
        tell(judge, ref, &n, modulus_flaw(judge, &n));
    if (only_number(judge, ref, VT_ROLE_ARGUMENT, &e) && !vt_trace_is_cut(e.trace) &&
        !is_read(judge, &e)) /* small numbers stand everywhere */
        tell(judge, ref, &e, exponent_flaw(&e));
}

/* A key of RSA in PEM or DER: modulus and exponent; the private one has its version before them. */
static void judge_key(struct judge *judge, struct vt_event_ref ref) {
    size_t nsources = 0;
    const struct vt_trace *trace =
        vt_trace_role(judge->program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
    for (size_t i = 0; i < nsources; i++) {
        struct vt_number integers[3] = {{0}};
        size_t count = vt_source_integers(&sources[i], judge->arena, integers, 3);
        size_t first = count == 3 && !integers[0].size;
        if (count < first + 2)
            continue;
        struct operand n = {trace, &sources[i], integers[first]};
        struct operand e = {trace, &sources[i], integers[first + 1]};
        tell(judge, ref, &n, worse(modulus_flaw(judge, &n), exponent_flaw(&e)));
    }
}

/* The text that ROLE of REF is, if it is one text alone; else "". */
static const char *only_text(struct judge *judge, struct vt_event_ref ref, enum vt_role role) {
    return vt_only_text(vt_trace_role(judge->program, ref, role, NULL, VT_ABOUT_DATA));
}

/* Numbers that are put into a text: "(public-key (rsa (n %m) (e %m)))". */
static void judge_expression(struct judge *judge, struct vt_event_ref ref) {
    const char *text = only_text(judge, ref, VT_ROLE_ALGORITHM);
    const char *n = strstr(text, "(n"), *e = strstr(text, "(e");
    if (strstr(text, "(rsa") && n && e && n < e)
        judge_rsa(judge, ref);
    else if (strstr(text, "(p") && !strstr(text, "(ecc") && !strstr(text, "(rsa"))
        judge_group(judge, ref);
}

static bool take_curve(struct judge *judge, struct vt_event_ref ref, struct operand *p,
                       struct vt_curve *curve) {
    struct operand a = {0}, b = {0};
    if (!only_number(judge, ref, VT_ROLE_PAYLOAD, p) ||
        !only_number(judge, ref, VT_ROLE_LEFT, &a) || !only_number(judge, ref, VT_ROLE_RIGHT, &b))
        return false;
    *curve = (struct vt_curve){p->number, a.number, b.number};
    return true;
}

static void judge_curve(struct judge *judge, struct vt_event_ref ref) {
    struct operand p = {0};
    struct vt_curve curve;
    if (take_curve(judge, ref, &p, &curve))
        tell(judge, ref, &p, curve_flaw(judge, &curve));
}

static void judge_point(struct judge *judge, struct vt_event_ref ref) {
    struct operand p = {0}, x = {0}, y = {0};
    struct vt_curve curve;
    if (take_curve(judge, ref, &p, &curve) && only_number(judge, ref, VT_ROLE_TARGET, &x) &&
        only_number(judge, ref, VT_ROLE_ARGUMENT, &y) && !vt_trace_is_cut(x.trace) &&
        !vt_trace_is_cut(y.trace) && !judge->numbers->is_on_curve(&curve, x.number, y.number))
        tell(judge, ref, &x, (struct flaw){85, "A point is not on its curve"});
}

/* Numbers that are set by name (OSSL_PARAM): which they are, a text says. */
static void judge_named(struct judge *judge, struct vt_event_ref ref) {
    struct operand number = {0};
    const char *name = only_text(judge, ref, VT_ROLE_ALGORITHM);
    if (!only_number(judge, ref, VT_ROLE_PAYLOAD, &number))
        return;
    bool is_field = strcmp(name, "p") == 0; /* of a group or of a curve */
    if (is_field && vt_number_bits(number.number) > 600)
        tell(judge, ref, &number, group_flaw(judge, &number, NULL, NULL));
    else if (is_field && vt_number_bits(number.number) >= NO_SIZE)
        tell(judge, ref, &number, prime_flaw(judge, "The prime of a curve", number.number));
    else if (strcmp(name, "n") == 0)
        tell(judge, ref, &number, modulus_flaw(judge, &number));
    else if (strcmp(name, "e") == 0)
        tell(judge, ref, &number, exponent_flaw(&number));
}

static void run(struct vt_check *check) {
    static const struct {
        const char *value;
        void (*look_at)(struct judge *judge, struct vt_event_ref ref);
    } kinds[] = {{"DH", judge_group},    {"DSA", judge_group},      {"RSA", judge_rsa},
                 {"curve", judge_curve}, {"point", judge_point},    {"named", judge_named},
                 {"key", judge_key},     {"sexp", judge_expression}};
    struct vt_program *program = vt_check_program(check);
    struct judge judge = {.check = check, .program = program, .arena = vt_check_arena(check)};
    size_t count;
    judge.numbers = vt_program_numbers(program);
    if (!judge.numbers)
        return;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.parameters", judge.arena, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (strcmp(vt_event_value(program, refs[i]), kinds[k].value) == 0)
                kinds[k].look_at(&judge, refs[i]);
}

const struct vt_rule vt_crypto_weak_parameters = {
    .id = "crypto/weak-parameters",
    .name = "WeakParameters",
    .summary = "Numbers that cryptography is done with do not hold",
    .description =
        "A Diffie-Hellman modulus that is no prime, an RSA modulus with small factors, an exponent "
        "of "
        "1, a curve with one coefficient changed or a point that is not on it give away what they "
        "protect, and look like any other number. Those that stand in the program and reach a "
        "crypto library are tested.",
    .help = "Take groups of RFC 7919 or RFC 3526 and curves by their names. Have keys made by the "
            "library.",
    .cwe = "CWE-326,CWE-310",
    .precision = "very-high",
    .severity = 9.0,
    .run = run,
};
