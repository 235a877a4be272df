/* Flow over linked programs: what reaches the effect "sink" (or another), by which way. */
#include "ask.h"

/* An origin of CLASS_NAME in the function that grows; gives its node. */
static uint32_t origin(struct build *b, const char *class_name, uint32_t line) {
    return OUTCOME(b, build_event(b, VT_FACT_ORIGIN, class_name, line));
}

/* An effect of CLASS_NAME; gives the node of its payload. */
static uint32_t effect(struct build *b, const char *class_name, uint32_t line) {
    return IN(b, build_event(b, VT_FACT_EFFECT, class_name, line), VT_ROLE_PAYLOAD);
}

/* char *same(char *p) { return p; } */
static void add_identity(struct build *b) {
    build_function(b, "same", 1);
    build_flow(b, FORMAL(b, 0), RETURN(b));
}

/* FROM goes through a call of NAME to TO. */
static void through(struct build *b, const char *name, uint32_t from, uint32_t to) {
    uint32_t call = build_call(b, name, 1, 0);
    build_flow(b, from, ARGUMENT(b, call, 0));
    build_flow(b, RESULT(b, call), to);
}

/* ---- Within and across units ------------------------------------------------------------- */

static void within_a_function(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t hub = HUB(&b);
    build_flow(&b, origin(&b, "secret", 1), hub);
    build_flow(&b, TEXT(&b, "abc"), hub);
    build_flow(&b, hub, effect(&b, "sink", 2));
    build_flow(&b, origin(&b, "other", 3), HUB(&b));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:secret@f text:abc");
    ask_free(program, &b, 1);
}

/* reader() in a.c returns a secret, main() in b.c sends it. */
static void across_units_by_return(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "reader", 0);
    build_flow(&b[0], origin(&b[0], "secret", 1), RETURN(&b[0]));
    build_function(&b[1], "main", 0);
    uint32_t call = build_call(&b[1], "reader", 0, 1);
    build_flow(&b[1], RESULT(&b[1], call), effect(&b[1], "sink", 2));
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "sink", 0, "event:secret@reader");
    ask_free(program, b, 2);
}

/* main() in a.c gives a secret to sender() in b.c. */
static void across_units_by_parameter(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "main", 0);
    uint32_t call = build_call(&b[0], "sender", 2, 1);
    build_flow(&b[0], origin(&b[0], "secret", 1), ARGUMENT(&b[0], call, 1));
    build_flow(&b[0], origin(&b[0], "harmless", 1), ARGUMENT(&b[0], call, 0));
    build_function(&b[1], "sender", 2);
    build_flow(&b[1], FORMAL(&b[1], 1), effect(&b[1], "sink", 2));
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "sink", 0, "event:secret@main");
    ask_free(program, b, 2);
}

static void parameter_nobody_gives(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "api", 2);
    build_flow(&b, FORMAL(&b, 1), effect(&b, "sink", 2));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "parameter:1@api");
    ask_free(program, &b, 1);
}

/* An argument behind the last parameter goes nowhere; the call still counts as one. */
static void more_arguments_than_parameters(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 1);
    build_flow(&b, FORMAL(&b, 0), effect(&b, "sink", 2));
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "f", 2, 1);
    build_flow(&b, origin(&b, "secret", 1), ARGUMENT(&b, call, 1));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "");
    ask_free(program, &b, 1);
}

/* ---- Contexts ---------------------------------------------------------------------------- */

/* send(same(secret)); log(same(version)): what goes in at one call must not come out at the other.
 */
static void identity_called_from_two_places(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_identity(&b);
    build_function(&b, "f", 0);
    through(&b, "same", origin(&b, "secret", 1), effect(&b, "send", 2));
    through(&b, "same", origin(&b, "version", 3), effect(&b, "log", 4));
    build_function(&b, "g", 0);
    through(&b, "same", origin(&b, "time", 3), effect(&b, "show", 4));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:secret@f");
    ask_payload(program, "log", 0, "event:version@f");
    ask_payload(program, "show", 0, "event:time@g");
    ask_free(program, &b, 1);
}

/* The same two calls deep: outer(p) { return same(p); } */
static void identity_of_identity(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_identity(&b);
    build_function(&b, "outer", 1);
    through(&b, "same", FORMAL(&b, 0), RETURN(&b));
    build_function(&b, "f", 0);
    through(&b, "outer", origin(&b, "secret", 1), effect(&b, "send", 2));
    through(&b, "outer", origin(&b, "version", 3), effect(&b, "log", 4));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:secret@f");
    ask_payload(program, "log", 0, "event:version@f");
    ask_free(program, &b, 1);
}

/* A question that starts in a callee goes up to all callers, then down with context again. */
static void up_then_down(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_identity(&b);
    build_function(&b, "sender", 1);
    build_flow(&b, FORMAL(&b, 0), effect(&b, "send", 9));
    build_function(&b, "f", 0);
    uint32_t hub = HUB(&b);
    through(&b, "same", origin(&b, "secret", 1), hub);
    through(&b, "same", origin(&b, "version", 3), effect(&b, "log", 4));
    build_flow(&b, hub, ARGUMENT(&b, build_call(&b, "sender", 1, 5), 0));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:secret@f");
    ask_free(program, &b, 1);
}

/* p = f(p) { return n ? f(p) : p; } */
static void recursion(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 1);
    uint32_t call = build_call(&b, "f", 1, 1);
    build_flow(&b, FORMAL(&b, 0), ARGUMENT(&b, call, 0));
    build_flow(&b, RESULT(&b, call), RETURN(&b));
    build_flow(&b, FORMAL(&b, 0), RETURN(&b));
    build_function(&b, "main", 0);
    through(&b, "f", origin(&b, "secret", 1), effect(&b, "send", 2));
    through(&b, "f", origin(&b, "version", 3), effect(&b, "log", 4));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:secret@main");
    ask_payload(program, "log", 0, "event:version@main");
    ask_free(program, &b, 1);
}

/* even(a, b) returns odd(b, a), odd(a, b) returns a or even(a, b): swaps an odd number of times. */
static void mutual_recursion(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "even", 2);
    uint32_t call = build_call(&b[0], "odd", 2, 1);
    build_flow(&b[0], FORMAL(&b[0], 0), ARGUMENT(&b[0], call, 1));
    build_flow(&b[0], FORMAL(&b[0], 1), ARGUMENT(&b[0], call, 0));
    build_flow(&b[0], RESULT(&b[0], call), RETURN(&b[0]));
    build_function(&b[1], "odd", 2);
    build_flow(&b[1], FORMAL(&b[1], 0), RETURN(&b[1]));
    struct build *m = &b[1];
    build_function(m, "main", 0);
    uint32_t even = build_call(m, "even", 2, 1);
    build_flow(m, origin(m, "first", 1), ARGUMENT(m, even, 0));
    build_flow(m, origin(m, "second", 1), ARGUMENT(m, even, 1));
    build_flow(m, RESULT(m, even), effect(m, "send", 2));
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "send", 0, "event:second@main");
    ask_free(program, b, 2);

    /* With the way back, both come out. */
    struct build c = build_unit("c.c");
    build_function(&c, "even", 2);
    call = build_call(&c, "odd", 2, 1);
    build_flow(&c, FORMAL(&c, 0), ARGUMENT(&c, call, 1));
    build_flow(&c, FORMAL(&c, 1), ARGUMENT(&c, call, 0));
    build_flow(&c, RESULT(&c, call), RETURN(&c));
    build_function(&c, "odd", 2);
    call = build_call(&c, "even", 2, 1);
    build_flow(&c, FORMAL(&c, 0), ARGUMENT(&c, call, 0));
    build_flow(&c, FORMAL(&c, 1), ARGUMENT(&c, call, 1));
    build_flow(&c, RESULT(&c, call), RETURN(&c));
    build_flow(&c, FORMAL(&c, 0), RETURN(&c));
    build_function(&c, "main", 0);
    even = build_call(&c, "even", 2, 1);
    build_flow(&c, origin(&c, "first", 1), ARGUMENT(&c, even, 0));
    build_flow(&c, origin(&c, "second", 1), ARGUMENT(&c, even, 1));
    build_flow(&c, RESULT(&c, even), effect(&c, "send", 2));
    program = ask_link(&c, 1);
    ask_payload(program, "send", 0, "event:second@main event:first@main");
    ask_free(program, &c, 1);
}

/* ---- Memory ------------------------------------------------------------------------------ */

/* void fill(char *to) { read secret to to[0,8), version to to[8,16) } and a sender of either. */
static void out_parameter(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "fill", 1);
    build_edge(&b, origin(&b, "secret", 1), OUT(&b, 0), build_store(&b, 0, 8), 0, 0);
    build_edge(&b, origin(&b, "version", 1), OUT(&b, 0), build_store(&b, 8, 16), 0, 0);
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "fill", 1, 1);
    build_edge(&b, EFFECT(&b, call, 0), effect(&b, "send", 2), build_load(&b, 0, 4), 0, 0);
    build_edge(&b, EFFECT(&b, call, 0), effect(&b, "log", 2), build_load(&b, 8, 12), 0, 0);
    build_edge(&b, EFFECT(&b, call, 0), effect(&b, "show", 2), build_load(&b, 4, 12), 0, 0);
    build_edge(&b, EFFECT(&b, call, 0), effect(&b, "quiet", 2), build_load(&b, 16, 24), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:secret@fill");
    ask_payload(program, "log", 0, "event:version@fill");
    ask_payload(program, "show", 0, "event:secret@fill event:version@fill");
    ask_payload(program, "quiet", 0, "");
    ask_free(program, &b, 1);
}

/* Where a callee has an OUT node its edges say what survives: here [0,8) is overwritten. */
static void overwritten_memory(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "clear", 1);
    struct vt_rewrite kept = {.flags = VT_REWRITE_MEMORY | VT_REWRITE_SHIFT,
                              .clip = {8, VT_OFFSET_HIGH}};
    build_edge(&b, FORMAL(&b, 0), OUT(&b, 0), build_rewrite(&b, kept), 0, 0);
    build_edge(&b, NUMBER(&b, 0), OUT(&b, 0), build_store(&b, 0, 8), 0, 0);
    build_function(&b, "look", 1);
    FORMAL(&b, 0);
    build_function(&b, "main", 0);
    uint32_t clear = build_call(&b, "clear", 1, 1), look = build_call(&b, "look", 1, 2);
    uint32_t memory = HUB(&b);
    build_edge(&b, origin(&b, "secret", 1), memory, build_store(&b, 0, 8), 0, 0);
    build_edge(&b, origin(&b, "version", 1), memory, build_store(&b, 8, 16), 0, 0);
    build_flow(&b, memory, ARGUMENT(&b, clear, 0));
    build_flow(&b, EFFECT(&b, clear, 0), ARGUMENT(&b, look, 0));
    build_edge(&b, EFFECT(&b, look, 0), effect(&b, "send", 2), build_load(&b, 0, 8), 0, 0);
    build_edge(&b, EFFECT(&b, look, 0), effect(&b, "log", 2), build_load(&b, 8, 16), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "number:0");
    ask_payload(program, "log", 0, "event:version@main");
    ask_free(program, &b, 1);
}

/* s->next->key: two dereferences, kept apart from s->next->name. */
static void fields_behind_pointers(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "sender", 1);
    struct vt_rewrite key = {.ntake = 2, .take = {{8, 16}, {0, 4}}};
    build_edge(&b, FORMAL(&b, 0), effect(&b, "send", 1), build_rewrite(&b, key), 0, 0);
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "sender", 1, 1), next = HUB(&b);
    build_edge(&b, origin(&b, "key", 1), next, build_store(&b, 0, 4), 0, 0);
    build_edge(&b, origin(&b, "name", 1), next, build_store(&b, 4, 8), 0, 0);
    build_edge(&b, next, ARGUMENT(&b, call, 0), build_store(&b, 8, 16), 0, 0);
    build_edge(&b, origin(&b, "other", 1), ARGUMENT(&b, call, 0), build_store(&b, 0, 8), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:key@main");
    ask_free(program, &b, 1);
}

/* p + 8 in the caller is p in the callee. */
static void shifted_argument(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "sender", 1);
    build_edge(&b, FORMAL(&b, 0), effect(&b, "send", 1), build_load(&b, 0, 4), 0, 0);
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "sender", 1, 1), memory = HUB(&b);
    struct vt_rewrite shift = {.flags = VT_REWRITE_SHIFT, .clip = VT_RANGE_ALL, .delta = -8};
    build_edge(&b, origin(&b, "low", 1), memory, build_store(&b, 0, 8), 0, 0);
    build_edge(&b, origin(&b, "high", 1), memory, build_store(&b, 8, 16), 0, 0);
    build_edge(&b, memory, ARGUMENT(&b, call, 0), build_rewrite(&b, shift), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:high@main");
    ask_free(program, &b, 1);
}

/* The value of a pointer is one question, what lies beneath another. */
static void value_only(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t pointer = HUB(&b), sink = effect(&b, "sink", 2);
    build_edge(&b, origin(&b, "beneath", 1), pointer, build_store(&b, 0, 8), 0, 0);
    build_flow(&b, origin(&b, "pointer", 1), pointer);
    build_flow(&b, pointer, sink);
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref ref = ask_effect(program, "sink", b.arena);
    ask_payload(program, "sink", 0, "event:beneath@f event:pointer@f");
    assert_string_equal(
        ask_sources(program, vt_trace_value(program, ref, VT_ROLE_PAYLOAD, 0), b.arena),
        "event:pointer@f");
    assert_null(vt_trace_value(program, ref, VT_ROLE_KEY, 0));
    assert_null(vt_trace_role(program, ref, VT_ROLE_KEY, "peer", 0));
    ask_free(program, &b, 1);
}

/* connect(s, "example") and send(s, ...): the peer is a field of the handle, not of its memory; and
 * the handle's own number says nothing about its peer. */
static void handle_field(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    struct vt_range peer = vt_range_field("peer"), path = vt_range_field("path");
    build_function(&b, "open", 1);
    build_edge(&b, TEXT(&b, "example"), RETURN(&b), build_store(&b, peer.low, peer.high), 0, 0);
    build_edge(&b, TEXT(&b, "file"), RETURN(&b), build_store(&b, path.low, path.high), 0, 0);
    build_flow(&b, NUMBER(&b, 3), RETURN(&b));
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "open", 0, 1);
    uint32_t send = build_event(&b, VT_FACT_EFFECT, "send", 2);
    build_flow(&b, RESULT(&b, call), IN(&b, send, VT_ROLE_HANDLE));
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref ref = ask_effect(program, "send", b.arena);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_HANDLE, "peer", 0);
    assert_string_equal(ask_sources(program, trace, b.arena), "text:example");
    trace = vt_trace_role(program, ref, VT_ROLE_HANDLE, "path", 0);
    assert_string_equal(ask_sources(program, trace, b.arena), "text:file");
    trace = vt_trace_value(program, ref, VT_ROLE_HANDLE, 0);
    assert_string_equal(ask_sources(program, trace, b.arena), "number:3");
    ask_free(program, &b, 1);
}

/* Text lies beneath its constant, wherever in it one looks. */
static void beneath_a_constant(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    build_edge(&b, TEXT(&b, "abc"), effect(&b, "sink", 1), build_load(&b, 1, 2), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "text:abc");
    ask_free(program, &b, 1);
}

/* ---- Shared memory ----------------------------------------------------------------------- */

static void globals(void **state) {
    (void)state;
    struct build b[3] = {build_unit("a.c"), build_unit("b.c"), build_unit("c.c")};
    build_global(&b[0], "config");
    build_global(&b[0], "hidden")->is_local = 1;
    build_function(&b[0], "load", 0);
    build_edge(&b[0], origin(&b[0], "secret", 1), GLOBAL(&b[0], "config"), build_store(&b[0], 0, 8),
               0, 0);
    build_edge(&b[0], origin(&b[0], "version", 1), GLOBAL(&b[0], "config"),
               build_store(&b[0], 8, 16), 0, 0);
    build_flow(&b[0], origin(&b[0], "wrong", 1), GLOBAL(&b[0], "hidden"));
    build_function(&b[1], "sender", 0);
    build_edge(&b[1], GLOBAL(&b[1], "config"), effect(&b[1], "send", 2), build_load(&b[1], 0, 4), 0,
               0);
    build_global(&b[1], "hidden")->is_local = 1;
    build_flow(&b[1], GLOBAL(&b[1], "hidden"), effect(&b[1], "show", 2));
    build_global(&b[2], "hidden");
    build_function(&b[2], "other", 0);
    build_flow(&b[2], origin(&b[2], "wrong", 1), GLOBAL(&b[2], "hidden"));
    struct vt_program *program = ask_link(b, 3);
    ask_payload(program, "send", 0, "event:secret@load");
    ask_payload(program, "show", 0, "");
    ask_free(program, b, 3);
}

/* const char *host = "example"; in one unit, read in another. */
static void initialisers(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "f", 0);
    build_edge(&b[0], GLOBAL(&b[0], "host"), effect(&b[0], "sink", 2), build_load(&b[0], 0, 8), 0,
               0);
    build_global(&b[1], "host");
    build_function(&b[1], NULL, 0);
    build_edge(&b[1], TEXT(&b[1], "example"), GLOBAL(&b[1], "host"), build_store(&b[1], 0, 8), 0,
               0);
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "sink", 0, "text:example");
    ask_free(program, b, 2);
}

/* Objects nobody can tell apart meet by struct type and offset; `avoid` leaves that out. */
static void fields_by_type(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "setter", 0);
    build_edge(&b[0], origin(&b[0], "secret", 1), TYPE(&b[0], "struct.s"),
               build_store(&b[0], 8, 16), VT_TAG_FIELD, 0);
    build_edge(&b[0], origin(&b[0], "name", 1), TYPE(&b[0], "struct.s"), build_store(&b[0], 0, 8),
               VT_TAG_FIELD, 0);
    build_edge(&b[0], origin(&b[0], "other", 1), TYPE(&b[0], "struct.t"), build_store(&b[0], 8, 16),
               VT_TAG_FIELD, 0);
    build_function(&b[1], "getter", 0);
    build_edge(&b[1], TYPE(&b[1], "struct.s"), effect(&b[1], "sink", 1), build_load(&b[1], 8, 16),
               VT_TAG_FIELD, 0);
    struct vt_program *program = ask_link(b, 2);
    ask_payload(program, "sink", 0, "event:secret@setter");
    ask_payload(program, "sink", VT_TAG_FIELD, "");
    ask_free(program, b, 2);
}

/* What is behind a global no longer knows by which call one came: the callers' arguments are all
 * there. But it must not come out at one certain call. */
static void context_ends_at_a_global(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_global(&b, "last");
    build_function(&b, "keep", 1);
    build_flow(&b, FORMAL(&b, 0), GLOBAL(&b, "last"));
    build_flow(&b, GLOBAL(&b, "last"), RETURN(&b));
    build_function(&b, "main", 0);
    through(&b, "keep", origin(&b, "first", 1), effect(&b, "send", 1));
    through(&b, "keep", origin(&b, "second", 1), HUB(&b));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "send", 0, "event:first@main event:second@main");
    ask_free(program, &b, 1);
}

/* ---- Calls through pointers -------------------------------------------------------------- */

/* Two functions in a table by field; the call goes through the second field. */
static void table_of_functions(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "reader", 1);
    build_edge(&b[0], origin(&b[0], "secret", 1), OUT(&b[0], 0), build_store(&b[0], 0, 8), 0, 0);
    build_function(&b[0], "cleaner", 1);
    build_edge(&b[0], NUMBER(&b[0], 0), OUT(&b[0], 0), build_store(&b[0], 0, 8), 0, 0);
    build_global(&b[0], "operations");
    build_function(&b[0], NULL, 0);
    build_edge(&b[0], ADDRESS(&b[0], "cleaner"), GLOBAL(&b[0], "operations"),
               build_store(&b[0], 0, 8), 0, 0);
    build_edge(&b[0], ADDRESS(&b[0], "reader"), GLOBAL(&b[0], "operations"),
               build_store(&b[0], 8, 16), 0, 0);
    build_function(&b[1], "main", 0);
    uint32_t call = build_call(&b[1], NULL, 1, 1);
    build_edge(&b[1], GLOBAL(&b[1], "operations"), CALLEE(&b[1], call), build_load(&b[1], 8, 16), 0,
               0);
    build_edge(&b[1], EFFECT(&b[1], call, 0), effect(&b[1], "sink", 2), build_load(&b[1], 0, 8), 0,
               0);
    struct vt_program *program = ask_link(b, 2);
    const uint32_t *targets;
    struct vt_site site = {ask_function(program, "main"), call};
    assert_int_equal(vt_program_targets(program, site, &targets), 1);
    assert_int_equal(targets[0], ask_function(program, "reader"));
    ask_payload(program, "sink", 0, "event:secret@reader");
    ask_free(program, b, 2);
}

/* A pointer that only a call through a pointer brings: a second round is needed. */
static void target_of_a_target(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "inner", 0);
    build_flow(&b, origin(&b, "secret", 1), RETURN(&b));
    build_function(&b, "chooser", 0);
    build_flow(&b, ADDRESS(&b, "inner"), RETURN(&b));
    build_function(&b, "main", 0);
    uint32_t second = build_call(&b, NULL, 0, 1), first = build_call(&b, NULL, 0, 1);
    build_flow(&b, ADDRESS(&b, "chooser"), CALLEE(&b, first));
    build_flow(&b, RESULT(&b, first), CALLEE(&b, second));
    build_flow(&b, RESULT(&b, second), effect(&b, "sink", 1));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:secret@inner");
    ask_free(program, &b, 1);
}

/* read(name) is called for two files, each of which is sent by push(): in the context of one file's
 * flow, the other's name is not met; and a way for a name is found that the shortest is not. */
static void in_the_context_of_a_flow(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "read", 1);
    uint32_t event = build_event(&b, VT_FACT_ORIGIN, "file", 1);
    build_flow(&b, FORMAL(&b, 0), IN(&b, event, VT_ROLE_PATH));
    build_flow(&b, OUTCOME(&b, event), RETURN(&b));
    build_function(&b, "push", 1);
    build_flow(&b, FORMAL(&b, 0), effect(&b, "sink", 2));
    static const char *const names[] = {"public", "private"};
    for (int i = 0; i < 2; i++) {
        build_function(&b, names[i], 0);
        uint32_t read = build_call(&b, "read", 1, 3), push = build_call(&b, "push", 1, 4);
        build_flow(&b, TEXT(&b, names[i]), ARGUMENT(&b, read, 0));
        build_flow(&b, RESULT(&b, read), ARGUMENT(&b, push, 0));
    }
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref sink = ask_effect(program, "sink", b.arena);
    const struct vt_trace *payload = vt_trace_role(program, sink, VT_ROLE_PAYLOAD, NULL, 0);
    size_t count, nsteps;
    const struct vt_source *source = vt_trace_sources(payload, &count);
    assert_int_equal(count, 1);
    struct vt_flow_step *steps = vt_trace_steps(payload, source, b.arena, &nsteps);
    struct vt_asked path = {.ref = source->event, .role = VT_ROLE_PATH};
    const struct vt_trace *all = vt_trace_role_at(program, &path, NULL, 0);
    assert_string_equal(ask_sources(program, all, b.arena), "text:public text:private");
    const struct vt_trace *one = vt_trace_role_at(program, &path, steps, nsteps);
    assert_string_equal(ask_sources(program, one, b.arena), "text:public");

    /* The way of the second name, and the payload in its context. */
    steps = vt_trace_steps(all, &vt_trace_sources(all, &count)[1], b.arena, &nsteps);
    struct vt_asked sent = {.ref = sink, .role = VT_ROLE_PAYLOAD};
    const struct vt_trace *back = vt_trace_role_at(program, &sent, steps, nsteps);
    assert_string_equal(ask_sources(program, back, b.arena), "event:file@read");
    assert_non_null(strstr(ask_steps(program, back, 0, b.arena), "return private:3 0 read"));
    ask_free(program, &b, 1);
}

/* Two objects of one type hold different functions: the object that is asked counts. Without it,
 * all of its type do. */
static void object_before_type(void **state) {
    (void)state;
    for (int known = 0; known <= 1; known++) {
        struct build b = build_unit("a.c");
        build_function(&b, "first", 0);
        build_function(&b, "second", 0);
        build_function(&b, "main", 0);
        uint32_t call = build_call(&b, NULL, 0, 1);
        if (known)
            build_flow(&b, ADDRESS(&b, "first"), CALLEE(&b, call));
        build_edge(&b, ADDRESS(&b, "first"), TYPE(&b, "struct.s"), build_store(&b, 0, 8),
                   VT_TAG_FIELD, 0);
        build_edge(&b, ADDRESS(&b, "second"), TYPE(&b, "struct.s"), build_store(&b, 0, 8),
                   VT_TAG_FIELD, 0);
        build_edge(&b, TYPE(&b, "struct.s"), CALLEE(&b, call), build_load(&b, 0, 8), VT_TAG_FIELD,
                   0);
        struct vt_program *program = ask_link(&b, 1);
        const uint32_t *targets;
        struct vt_site site = {ask_function(program, "main"), call};
        assert_int_equal(vt_program_targets(program, site, &targets), known ? 1 : 2);
        assert_int_equal(targets[0], ask_function(program, "first"));
        ask_free(program, &b, 1);
    }
}

/* A chain of COUNT nodes to node AT; gives where it starts. */
static uint32_t chain_to(struct build *b, uint32_t at, int count) {
    while (count-- > 0) {
        uint32_t hub = HUB(b);
        build_flow(b, hub, at);
        at = hub;
    }
    return at;
}

/* Many functions seem to lie in the object, and the search for more runs out: those that are stored
 * into its type are all. Of a few, or without anything of the type, it is believed. */
static void type_before_a_crowd(void **state) {
    (void)state;
    enum { FEW = 4, MANY = 12, FAR = 10000 };
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    for (int kind = 0; kind < 3; kind++) {
        struct build b = build_unit("a.c");
        int count = kind == 1 ? FEW : MANY;
        for (int i = 0; i < count; i++)
            build_function(&b, names[i], 0);
        build_function(&b, "main", 0);
        uint32_t call = build_call(&b, NULL, 0, 1);
        for (int i = 0; i < count; i++)
            build_flow(&b, ADDRESS(&b, names[i]), CALLEE(&b, call));
        chain_to(&b, CALLEE(&b, call), FAR);
        if (kind < 2)
            build_edge(&b, ADDRESS(&b, "c"), TYPE(&b, "struct.s"), build_store(&b, 0, 8),
                       VT_TAG_FIELD, 0);
        build_edge(&b, TYPE(&b, "struct.s"), CALLEE(&b, call), build_load(&b, 0, 8), VT_TAG_FIELD,
                   0);
        struct vt_program *program = ask_link(&b, 1);
        const uint32_t *targets;
        struct vt_site site = {ask_function(program, "main"), call};
        assert_int_equal(vt_program_targets(program, site, &targets), kind == 0 ? 1 : count);
        assert_int_equal(targets[0], ask_function(program, kind == 0 ? "c" : "a"));
        ask_free(program, &b, 1);
    }
}

/* run(callback, secret): the pointer comes by a parameter, and what it gets by another. */
static void callback(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "run", 2);
    uint32_t call = build_call(&b[0], NULL, 2, 1);
    build_flow(&b[0], FORMAL(&b[0], 0), CALLEE(&b[0], call));
    build_flow(&b[0], FORMAL(&b[0], 1), ARGUMENT(&b[0], call, 1));
    build_function(&b[1], "on_data", 2);
    build_flow(&b[1], FORMAL(&b[1], 1), effect(&b[1], "sink", 2));
    build_function(&b[1], "greedy", 3);
    build_function(&b[1], "main", 0);
    uint32_t run = build_call(&b[1], "run", 2, 3);
    build_flow(&b[1], ADDRESS(&b[1], "on_data"), ARGUMENT(&b[1], run, 0));
    build_flow(&b[1], ADDRESS(&b[1], "greedy"), ARGUMENT(&b[1], run, 0));
    build_flow(&b[1], origin(&b[1], "secret", 1), ARGUMENT(&b[1], run, 1));
    struct vt_program *program = ask_link(b, 2);
    const struct vt_site *sites;
    assert_int_equal(vt_program_callers(program, ask_function(program, "on_data"), &sites), 1);
    assert_int_equal(sites[0].function, ask_function(program, "run"));
    /* It takes more than the call gives. */
    assert_int_equal(vt_program_callers(program, ask_function(program, "greedy"), &sites), 0);
    ask_payload(program, "sink", 0, "event:secret@main");
    ask_free(program, b, 2);
}

/* take(p) calls p, and is itself called through a pointer, whose target is looked for later. */
static void target_by_a_later_caller(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    build_function(&b, "take", 1);
    uint32_t taken = build_call(&b, NULL, 0, 1);
    build_flow(&b, FORMAL(&b, 0), CALLEE(&b, taken));
    build_function(&b, "main", 0);
    uint32_t taking = build_call(&b, NULL, 1, 2);
    build_flow(&b, ADDRESS(&b, "take"), CALLEE(&b, taking));
    build_flow(&b, ADDRESS(&b, "f"), ARGUMENT(&b, taking, 0));
    struct vt_program *program = ask_link(&b, 1);
    const uint32_t *targets;
    struct vt_site site = {ask_function(program, "take"), taken};
    assert_int_equal(vt_program_targets(program, site, &targets), 1);
    assert_int_equal(targets[0], ask_function(program, "f"));
    ask_free(program, &b, 1);
}

/* A number that was computed from a comparison is no function pointer. */
static void comparison_is_no_pointer(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, NULL, 0, 1);
    build_edge(&b, ADDRESS(&b, "f"), CALLEE(&b, call), 0, VT_TAG_COMPARED, 0);
    struct vt_program *program = ask_link(&b, 1);
    const uint32_t *targets;
    struct vt_site site = {ask_function(program, "main"), call};
    assert_int_equal(vt_program_targets(program, site, &targets), 0);
    ask_free(program, &b, 1);
}

/* The address of a function, inside and outside of the program, is a source. */
static void addresses(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "handler", 0);
    build_function(&b, "main", 0);
    uint32_t sink = effect(&b, "sink", 1);
    build_flow(&b, ADDRESS(&b, "handler"), sink);
    build_flow(&b, ADDRESS(&b, "outside"), sink);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "function:handler address:outside");
    ask_free(program, &b, 1);
}

/* A call of an ifunc goes to whatever its resolver returns. */
static void ifunc(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "fast", 0);
    build_flow(&b, origin(&b, "secret", 1), RETURN(&b));
    build_function(&b, "pick", 0);
    build_flow(&b, ADDRESS(&b, "fast"), RETURN(&b));
    uint32_t pick = build_symbol(&b, "pick");
    struct vt_symbol *symbol = build_global(&b, "get");
    symbol->is_function = symbol->is_ifunc = 1;
    symbol->resolver = pick;
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "get", 0, 1);
    build_flow(&b, RESULT(&b, call), effect(&b, "sink", 1));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:secret@fast");
    ask_free(program, &b, 1);
}

/* ---- Unknown functions ------------------------------------------------------------------- */

/* mystery(buffer, key): what was in the buffer still is; the rest is assumed, and can be avoided.
 */
static void unknown_function(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t call = build_call(&b, "mystery", 2, 1);
    build_edge(&b, origin(&b, "content", 1), ARGUMENT(&b, call, 0), build_store(&b, 0, 8), 0, 0);
    build_flow(&b, origin(&b, "key", 1), ARGUMENT(&b, call, 1));
    build_edge(&b, EFFECT(&b, call, 0), effect(&b, "sink", 2), build_load(&b, 0, 8), 0, 0);
    build_flow(&b, RESULT(&b, call), effect(&b, "result", 2));
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", VT_TAG_ASSUMED, "event:content@f");
    ask_payload(program, "sink", 0, "event:content@f event:key@f");
    ask_payload(program, "result", VT_TAG_ASSUMED, "external:mystery");
    ask_payload(program, "result", 0, "external:mystery event:content@f event:key@f");
    const struct vt_trace *trace =
        vt_trace_role(program, ask_effect(program, "sink", b.arena), VT_ROLE_PAYLOAD, NULL, 0);
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    assert_int_equal(sources[0].tags, 0);
    assert_int_equal(sources[1].tags, VT_TAG_ASSUMED);
    ask_free(program, &b, 1);
}

/* ---- Tags -------------------------------------------------------------------------------- */

/* Two ways: a long one that keeps it, a short one that hashes it. */
static void avoided_tags(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    add_identity(&b);
    build_function(&b, "f", 0);
    uint32_t secret = origin(&b, "secret", 1), sink = effect(&b, "sink", 2);
    build_edge(&b, secret, sink, 0, VT_TAG_HASH | VT_TAG_TRUNCATE, 0);
    uint32_t hub = HUB(&b);
    through(&b, "same", secret, hub);
    build_edge(&b, hub, sink, 0, VT_TAG_ENCODE, 0);
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref ref = ask_effect(program, "sink", b.arena);
    size_t count;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    assert_int_equal(count, 1);
    assert_int_equal(sources[0].tags, VT_TAG_HASH | VT_TAG_TRUNCATE);
    trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_TAG_TRUNCATE);
    sources = vt_trace_sources(trace, &count);
    assert_int_equal(count, 1);
    assert_int_equal(sources[0].tags, VT_TAG_ENCODE);
    trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_TAG_HASH | VT_TAG_ENCODE);
    vt_trace_sources(trace, &count);
    assert_int_equal(count, 0);
    ask_free(program, &b, 1);
}

/* Tags within the callee, before it and behind it all count. */
static void tags_through_calls(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "encode", 1);
    build_edge(&b, FORMAL(&b, 0), RETURN(&b), 0, VT_TAG_ENCODE, 0);
    build_function(&b, "made", 0);
    build_edge(&b, origin(&b, "own", 1), RETURN(&b), 0, VT_TAG_XOR, 0);
    build_function(&b, "wrap", 0);
    build_edge(&b, RESULT(&b, build_call(&b, "made", 0, 1)), RETURN(&b), 0, VT_TAG_DECODE, 0);
    build_function(&b, "main", 0);
    uint32_t call = build_call(&b, "encode", 1, 1), wrap = build_call(&b, "wrap", 0, 1);
    uint32_t sink = effect(&b, "sink", 1);
    build_edge(&b, origin(&b, "secret", 1), ARGUMENT(&b, call, 0), 0, VT_TAG_ENCRYPT, 0);
    build_edge(&b, RESULT(&b, call), sink, 0, VT_TAG_FORMAT, 0);
    build_edge(&b, RESULT(&b, wrap), sink, 0, VT_TAG_COMPRESS, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:secret@main event:own@made");
    size_t count;
    const struct vt_source *sources = vt_trace_sources(
        vt_trace_role(program, ask_effect(program, "sink", b.arena), VT_ROLE_PAYLOAD, NULL, 0),
        &count);
    assert_int_equal(sources[0].tags, VT_TAG_ENCRYPT | VT_TAG_ENCODE | VT_TAG_FORMAT);
    assert_int_equal(sources[1].tags, VT_TAG_XOR | VT_TAG_DECODE | VT_TAG_COMPRESS);
    ask_free(program, &b, 1);
}

/* ---- Ways -------------------------------------------------------------------------------- */

/* Asserts every step of the way of the INDEXth source of "sink". */
static void expect_steps(struct vt_program *program, size_t index, const char *steps) {
    struct vt_arena *arena = vt_arena_new();
    const struct vt_trace *trace =
        vt_trace_role(program, ask_effect(program, "sink", arena), VT_ROLE_PAYLOAD, NULL, 0);
    assert_string_equal(ask_steps(program, trace, index, arena), steps);
    vt_arena_free(arena);
}

/* Through a callee: enters by the argument, leaves by the result; one location is one step. */
static void steps_through_a_callee(void **state) {
    (void)state;
    struct build b[2] = {build_unit("a.c"), build_unit("b.c")};
    build_function(&b[0], "same", 1);
    build_edge(&b[0], FORMAL(&b[0], 0), RETURN(&b[0]), 0, VT_TAG_XOR, 31);
    struct build *m = &b[1];
    build_function(m, "main", 0);
    uint32_t call = build_call(m, "same", 1, 12), copy = HUB(m), copy2 = HUB(m);
    build_edge(m, origin(m, "secret", 10), copy, 0, 0, 11);
    build_edge(m, copy, copy2, 0, VT_TAG_ARITHMETIC, 11);
    build_flow(m, copy2, ARGUMENT(m, call, 0));
    build_edge(m, RESULT(m, call), effect(m, "sink", 14), 0, VT_TAG_ENCODE, 13);
    struct vt_program *program = ask_link(b, 2);
    expect_steps(program, 0,
                 "source main:10 0\n"
                 "flow main:11 1\n"
                 "call main:12 0 same(0)\n"
                 "flow same:31 2\n"
                 "return main:12 0 same\n"
                 "flow main:13 4\n"
                 "sink main:14 0\n");
    ask_free(program, b, 2);
}

/* Out of a callee where it was read, up to a caller through a parameter, and by a global. */
static void steps_up_and_down(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_global(&b, "store");
    build_function(&b, "fetch", 0);
    build_edge(&b, origin(&b, "secret", 1), RETURN(&b), 0, 0, 2);
    build_function(&b, "keep", 0);
    uint32_t fetch = build_call(&b, "fetch", 0, 3);
    build_edge(&b, RESULT(&b, fetch), GLOBAL(&b, "store"), 0, 0, 4);
    build_function(&b, "send", 2);
    build_edge(&b, FORMAL(&b, 1), effect(&b, "sink", 6), 0, 0, 6);
    build_function(&b, "main", 0);
    uint32_t send = build_call(&b, "send", 2, 8);
    build_edge(&b, GLOBAL(&b, "store"), ARGUMENT(&b, send, 1), 0, 0, 8);
    struct vt_program *program = ask_link(&b, 1);
    expect_steps(program, 0,
                 "source fetch:1 0\n"
                 "flow fetch:2 0\n"
                 "return keep:3 0 fetch\n"
                 "flow keep:4 0\n"
                 "global main:0 0 store\n"
                 "call main:8 0 send(1)\n"
                 "sink send:6 0\n");
    ask_free(program, &b, 1);
}

/* A constant has no place: it is where it is used first. An edge without a place gives its tags to
 * the next step. */
static void steps_without_locations(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t first = HUB(&b), second = HUB(&b);
    build_edge(&b, TEXT(&b, "abc"), first, 0, 0, 1);
    build_edge(&b, first, second, 0, VT_TAG_XOR, 0);
    build_edge(&b, second, effect(&b, "sink", 2), 0, 0, 2);
    struct vt_program *program = ask_link(&b, 1);
    expect_steps(program, 0, "source f:1 0\nsink f:2 2\n");
    ask_free(program, &b, 1);
}

/* The way of each source enters the callee from its own call, although both share one context. */
static void steps_of_a_shared_context(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "same", 1);
    build_edge(&b, FORMAL(&b, 0), RETURN(&b), 0, 0, 1);
    build_function(&b, "main", 0);
    uint32_t one = build_call(&b, "same", 1, 5), two = build_call(&b, "same", 1, 7);
    uint32_t sink = effect(&b, "sink", 9);
    build_flow(&b, origin(&b, "first", 4), ARGUMENT(&b, one, 0));
    build_flow(&b, origin(&b, "second", 6), ARGUMENT(&b, two, 0));
    build_flow(&b, RESULT(&b, one), sink);
    build_flow(&b, RESULT(&b, two), sink);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:first@main event:second@main");
    expect_steps(program, 0,
                 "source main:4 0\n"
                 "call main:5 0 same(0)\n"
                 "flow same:1 0\n"
                 "return main:5 0 same\n"
                 "sink main:9 0\n");
    expect_steps(program, 1,
                 "source main:6 0\n"
                 "call main:7 0 same(0)\n"
                 "flow same:1 0\n"
                 "return main:7 0 same\n"
                 "sink main:9 0\n");
    ask_free(program, &b, 1);
}

/* Each function calls the one below twice in a row: the full way doubles with each of 24 floors. It
 * must stay short, and its calls must still close. */
static void steps_that_double(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f0", 1);
    build_edge(&b, FORMAL(&b, 0), RETURN(&b), 0, VT_TAG_XOR, 1);
    char name[16] = "f0", below[16];
    for (uint32_t i = 1; i <= 24; i++) {
        strcpy(below, name);
        snprintf(name, sizeof name, "f%u", i);
        build_function(&b, name, 1);
        uint32_t hub = HUB(&b);
        through(&b, below, FORMAL(&b, 0), hub);
        through(&b, below, hub, RETURN(&b));
    }
    build_function(&b, "main", 0);
    through(&b, name, origin(&b, "secret", 2), effect(&b, "sink", 3));
    struct vt_program *program = ask_link(&b, 1);
    const struct vt_trace *trace =
        vt_trace_role(program, ask_effect(program, "sink", b.arena), VT_ROLE_PAYLOAD, NULL, 0);
    size_t nsources, count;
    const struct vt_source *sources = vt_trace_sources(trace, &nsources);
    assert_int_equal(nsources, 1);
    assert_int_equal(sources[0].tags, VT_TAG_XOR);
    struct vt_flow_step *steps = vt_trace_steps(trace, sources, b.arena, &count);
    assert_in_range(count, 100, 20000);
    int depth = 0;
    for (size_t i = 0; i < count; i++) {
        depth += (steps[i].kind == VT_STEP_CALL) - (steps[i].kind == VT_STEP_RETURN);
        assert_in_range(depth, 0, 25);
    }
    assert_int_equal(depth, 0);
    ask_free(program, &b, 1);
}

/* So long that the trace does not keep it, and has to find it again. */
static void steps_of_a_long_way(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t at = effect(&b, "sink", 3);
    for (int i = 0; i < 5000; i++) {
        uint32_t hub = HUB(&b);
        build_flow(&b, hub, at);
        at = hub;
    }
    build_flow(&b, NUMBER(&b, 7), at);
    build_edge(&b, origin(&b, "secret", 1), at, 0, VT_TAG_XOR, 2);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "number:7 event:secret@f");
    ask_payload(program, "sink", VT_TAG_XOR, "number:7");
    expect_steps(program, 0, "source f:0 0\nsink f:3 0\n");
    expect_steps(program, 1, "source f:1 0\nflow f:2 2\nsink f:3 0\n");
    ask_free(program, &b, 1);
}

/* ---- Bounds ------------------------------------------------------------------------------ */

/* while (...) p += 8: ever new offsets; the search must widen and end, and still find the origin.
 */
static void loop_that_shifts(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    struct vt_rewrite shift = {.flags = VT_REWRITE_SHIFT, .clip = VT_RANGE_ALL, .delta = -8};
    uint32_t hub = HUB(&b);
    build_edge(&b, hub, hub, build_rewrite(&b, shift), 0, 0);
    build_edge(&b, origin(&b, "secret", 1), hub, build_store(&b, 4096, 4100), 0, 0);
    build_edge(&b, hub, effect(&b, "sink", 1), build_load(&b, 0, 4), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    ask_payload(program, "sink", 0, "event:secret@f");
    ask_free(program, &b, 1);
}

/* The same by recursion: f(p) calls f(p + 8) and f(p->next), and writes what it leads to. */
static void recursion_that_shifts(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 1);
    struct vt_rewrite shift = {.flags = VT_REWRITE_SHIFT, .clip = VT_RANGE_ALL, .delta = -8};
    struct vt_rewrite back = shift;
    back.delta = 8;
    uint32_t call = build_call(&b, "f", 1, 1), other = build_call(&b, "f", 1, 1);
    build_edge(&b, FORMAL(&b, 0), ARGUMENT(&b, call, 0), build_rewrite(&b, shift), 0, 0);
    build_edge(&b, EFFECT(&b, call, 0), OUT(&b, 0), build_rewrite(&b, back), 0, 0);
    build_edge(&b, FORMAL(&b, 0), ARGUMENT(&b, other, 0), build_load(&b, 0, 8), 0, 0);
    build_edge(&b, EFFECT(&b, other, 0), OUT(&b, 0), build_store(&b, 0, 8), 0, 0);
    build_flow(&b, FORMAL(&b, 0), OUT(&b, 0));
    build_edge(&b, origin(&b, "secret", 1), OUT(&b, 0), build_store(&b, 0, 4), 0, 0);
    build_function(&b, "main", 0);
    uint32_t f = build_call(&b, "f", 1, 1);
    build_flow(&b, origin(&b, "before", 1), ARGUMENT(&b, f, 0));
    build_edge(&b, EFFECT(&b, f, 0), effect(&b, "sink", 1), build_load(&b, 4000, 4004), 0, 0);
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref ref = ask_effect(program, "sink", b.arena);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    assert_non_null(strstr(ask_sources(program, trace, b.arena), "event:secret@f"));
    assert_false(vt_trace_is_cut(trace));
    ask_free(program, &b, 1);
}

/* A long chain under a small budget: cut, and it says so. */
static void budget(void **state) {
    (void)state;
    for (int small = 0; small <= 1; small++) {
        struct build b = build_unit("a.c");
        build_function(&b, "f", 0);
        uint32_t at = effect(&b, "sink", 1);
        for (int i = 0; i < 200; i++) {
            uint32_t hub = HUB(&b);
            build_flow(&b, hub, at);
            at = hub;
        }
        build_flow(&b, origin(&b, "secret", 1), at);
        struct vt_program *program = ask_link(&b, 1);
        vt_program_set_budget(program, small ? 100 : 1000, 1000);
        ask_payload(program, "sink", 0, small ? "" : "event:secret@f");
        struct vt_event_ref ref = ask_effect(program, "sink", b.arena);
        const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
        assert_int_equal(vt_trace_is_cut(trace), small);
        ask_free(program, &b, 1);
    }
}

/* Where questions of one sort keep running out, the next gets less; another asker does not. */
static void budget_of_many(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t far = HUB(&b);
    static const char *const names[] = {"sink.a", "sink.b", "sink.c", "sink.d"};
    for (int i = 0; i < 4; i++)
        build_flow(&b, far, effect(&b, names[i], 1));
    build_flow(&b, origin(&b, "secret", 1), chain_to(&b, far, 40000));
    build_flow(&b, origin(&b, "near", 1), chain_to(&b, effect(&b, "last", 1), 20000));
    struct vt_program *program = ask_link(&b, 1);
    vt_program_set_budget(program, 30000, 120000);
    for (int i = 0; i < 4; i++)
        ask_payload(program, names[i], 0, "");
    ask_payload(program, "last", 0, "");
    struct vt_event_ref ref = ask_effect(program, "last", b.arena);
    assert_true(vt_trace_is_cut(vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0)));
    vt_program_new_asker(program);
    ask_payload(program, "last", 0, "event:near@f");
    const struct vt_trace *whole = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    assert_false(vt_trace_is_cut(whole));
    for (int i = 0; i < 4; i++) /* these are known */
        ask_payload(program, names[i], 0, "");
    assert_ptr_equal(vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0), whole);
    ask_free(program, &b, 1);
}

/* The same question gives the same trace; another, another. */
static void asked_twice(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    build_flow(&b, origin(&b, "secret", 1), effect(&b, "sink", 2));
    struct vt_program *program = ask_link(&b, 1);
    struct vt_event_ref ref = ask_effect(program, "sink", b.arena);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    assert_ptr_equal(trace, vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0));
    assert_ptr_not_equal(trace, vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 1));
    assert_ptr_not_equal(trace, vt_trace_role(program, ref, VT_ROLE_PAYLOAD, "peer", 0));
    assert_ptr_not_equal(trace, vt_trace_value(program, ref, VT_ROLE_PAYLOAD, 0));
    ask_free(program, &b, 1);
}

/* What a predicate compares. */
static void subjects(void **state) {
    (void)state;
    struct build b = build_unit("a.c");
    build_function(&b, "f", 0);
    uint32_t predicate = build_predicate(&b, 5);
    build_flow(&b, origin(&b, "clock", 1), SUBJECT(&b, predicate, 0));
    struct vt_program *program = ask_link(&b, 1);
    const struct vt_trace *trace = vt_trace_subject(program, 0, predicate, 0, 0);
    assert_string_equal(ask_sources(program, trace, b.arena), "event:clock@f");
    assert_null(vt_trace_subject(program, 0, predicate, 1, 0));
    ask_free(program, &b, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_a_function),
        cmocka_unit_test(across_units_by_return),
        cmocka_unit_test(across_units_by_parameter),
        cmocka_unit_test(parameter_nobody_gives),
        cmocka_unit_test(more_arguments_than_parameters),
        cmocka_unit_test(identity_called_from_two_places),
        cmocka_unit_test(identity_of_identity),
        cmocka_unit_test(up_then_down),
        cmocka_unit_test(recursion),
        cmocka_unit_test(mutual_recursion),
        cmocka_unit_test(out_parameter),
        cmocka_unit_test(overwritten_memory),
        cmocka_unit_test(fields_behind_pointers),
        cmocka_unit_test(shifted_argument),
        cmocka_unit_test(value_only),
        cmocka_unit_test(handle_field),
        cmocka_unit_test(beneath_a_constant),
        cmocka_unit_test(globals),
        cmocka_unit_test(initialisers),
        cmocka_unit_test(fields_by_type),
        cmocka_unit_test(context_ends_at_a_global),
        cmocka_unit_test(table_of_functions),
        cmocka_unit_test(target_of_a_target),
        cmocka_unit_test(in_the_context_of_a_flow),
        cmocka_unit_test(object_before_type),
        cmocka_unit_test(type_before_a_crowd),
        cmocka_unit_test(callback),
        cmocka_unit_test(target_by_a_later_caller),
        cmocka_unit_test(comparison_is_no_pointer),
        cmocka_unit_test(addresses),
        cmocka_unit_test(ifunc),
        cmocka_unit_test(unknown_function),
        cmocka_unit_test(avoided_tags),
        cmocka_unit_test(tags_through_calls),
        cmocka_unit_test(steps_through_a_callee),
        cmocka_unit_test(steps_up_and_down),
        cmocka_unit_test(steps_without_locations),
        cmocka_unit_test(steps_of_a_shared_context),
        cmocka_unit_test(steps_that_double),
        cmocka_unit_test(steps_of_a_long_way),
        cmocka_unit_test(loop_that_shifts),
        cmocka_unit_test(recursion_that_shifts),
        cmocka_unit_test(budget),
        cmocka_unit_test(budget_of_many),
        cmocka_unit_test(asked_twice),
        cmocka_unit_test(subjects),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
