#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "engine/base/error.h"
#include "testsuite/engine/build_unit.h"

#define OF_THE_MODELS 0xAA /* each byte of their digest */

static const struct vt_models no_models = {.digest = {[0 ... 31] = OF_THE_MODELS}};

/* The lines below are those of the sources in the comments, plus SHIFT. */
static struct build start(const char *folder, const char *name, uint8_t digest) {
    char path[256];
    snprintf(path, sizeof path, "%s%s", folder, name);
    struct build b = build_unit(path);
    b.unit->producer = vt_intern(b.unit->strings, "clang 19.1.7");
    b.unit->tool = vt_intern(b.unit->strings, "vitrine 0.1.0");
    b.unit->target = vt_intern(b.unit->strings, "x86_64-pc-linux-gnu");
    b.unit->files->has_digest = true;
    memset(b.unit->files->sha256, digest, 32);
    memset(b.unit->digest, digest + 1, 32);
    memset(b.unit->models_digest, OF_THE_MODELS, 32);
    return b;
}

static void name_parameter(struct build *b, uint32_t index, const char *name) {
    b->f->param_names[index] = vt_intern(b->unit->strings, name);
}

/* int login(void) { char reply[64]; read_token(reply); relay(reply); } */
static struct build unit_of_source(const char *folder, uint32_t shift) {
    struct build b = start(folder, "login.c", 1);
    build_function(&b, "read_token", 0);
    uint32_t origin = build_event(&b, VT_FACT_ORIGIN, "secret.credential", shift + 11);
    b.f->events[origin].function = vt_intern(b.unit->strings, "getpass");
    build_edge(&b, OUTCOME(&b, origin), RETURN(&b), 0, 0, shift + 12);
    build_function(&b, "login", 0);
    uint32_t read = build_call(&b, "read_token", 0, shift + 20);
    uint32_t relay = build_call(&b, "relay", 1, shift + 21);
    build_edge(&b, RESULT(&b, read), ARGUMENT(&b, relay, 0), 0, 0, shift + 21);
    build_call(&b, NULL, 0, shift + 23);
    return b;
}

/* void relay(char *text) { for (...) hidden[i] = text[i] ^ 0x55; g_outbox = hidden; } */
static struct build unit_between(const char *folder, uint32_t shift) {
    struct build b = start(folder, "relay.c", 2);
    b.unit->models_digest[0]++; /* they are others */
    build_global(&b, "g_outbox");
    build_function(&b, "relay", 1);
    name_parameter(&b, 0, "text");
    build_edge(&b, FORMAL(&b, 0), GLOBAL(&b, "g_outbox"), build_store(&b, 0, 8),
               VT_TAG_XOR | VT_TAG_ENCODE, shift + 31);
    return b;
}

/* void flush(void) { net_send(g_outbox); }  void net_send(char *data) { send(fd, data, ...); } */
static struct build unit_of_sink(const char *folder, uint32_t shift) {
    struct build b = start(folder, "net.c", 3);
    build_function(&b, "net_send", 1);
    name_parameter(&b, 0, "data");
    uint32_t effect = build_event(&b, VT_FACT_EFFECT, "net.send", shift + 42);
    b.f->events[effect].function = vt_intern(b.unit->strings, "send");
    build_edge(&b, FORMAL(&b, 0), IN(&b, effect, VT_ROLE_PAYLOAD), 0, 0, shift + 42);
    build_function(&b, "flush", 0);
    uint32_t call = build_call(&b, "net_send", 1, shift + 51);
    build_edge(&b, GLOBAL(&b, "g_outbox"), ARGUMENT(&b, call, 0), build_load(&b, 0, 8), 0,
               shift + 51);
    build_call(&b, "mystery", 0, shift + 52);
    return b;
}

void fixture_new(struct fixture *fixture, const char *folder, uint32_t shift) {
    struct build builds[] = {unit_of_source(folder, shift), unit_between(folder, shift),
                             unit_of_sink(folder, shift)};
    struct vt_error error = {{0}};
    *fixture = (struct fixture){.program = vt_program_new(&no_models)};
    for (size_t i = 0; i < 3; i++) {
        struct vt_unit *unit = builds[i].unit;
        bool fits = vt_unit_verify(unit, &error);
        fixture->units[i] = unit;
        vt_program_add(fixture->program, unit, "/home/somebody/build/part.o");
        if (!fits || (i == 2 && !vt_program_link(fixture->program, &error))) {
            fprintf(stderr, "fixture: %s\n", error.text);
            exit(1);
        }
    }
    fixture->findings.arena = vt_arena_new();
    fixture->report = (struct vt_report){.findings = &fixture->findings,
                                         .program = fixture->program,
                                         .image = "build/agent",
                                         .complete = true,
                                         .command_line = "vitrine report build/agent build"};
    memset(fixture->report.image_digest, 0x77, 32);
}

void fixture_free(struct fixture *fixture) {
    vt_program_free(fixture->program);
    for (size_t i = 0; i < 3; i++)
        vt_arena_free(fixture->units[i]->arena);
    vt_arena_free(fixture->findings.arena);
}

void fixture_run(struct fixture *fixture, const char *selection) {
    struct vt_error error = {{0}};
    if (!vt_rules_run(fixture->program, selection, &fixture->findings, &error)) {
        fprintf(stderr, "fixture: %s\n", error.text);
        exit(1);
    }
    fixture->report.selection = selection;
}
