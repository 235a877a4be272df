#include "plugin/unit.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

#include "checkers/shared/channel/channels.h"
#include "checkers/shared/crypto/inventory.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/program/declaration.h"
#include "engine/unit/condense.h"
#include "plugin/llvm_ir.h"
#include "plugin/section.h"
#include "plugin/shape.h"
#include "sarif/sarif.h"

struct work {
    const struct vt_compile *compile;
    const struct vt_options *options;
    const struct vt_listener *listener;
    struct vt_arena *arena;
    struct vt_ir ir;
    struct vt_unit unit;
    struct vt_error error;
    uint8_t *bytes; /* the encoded unit */
    size_t size;
};

/* ---- files ------------------------------------------------------------------------------- */

/* The index of the file with PATH among the first COUNT of FILES, or COUNT. */
static uint32_t find_file(const struct vt_file *files, uint32_t count, uint32_t path) {
    uint32_t i = 0;
    while (i < count && files[i].path != path)
        i++;
    return i;
}

/* requires: locations that refer to the files extraction met. gives: the files the compiler read
 * first, whose digests are still to be made, then those that only locations name (#line); locations
 * refer to these. */
static void merge_files(struct work *w) {
    const struct vt_compile *compile = w->compile;
    struct vt_ir *ir = &w->ir;
    struct vt_file *files = vt_alloc_array(w->arena, compile->nfiles + ir->nfiles, sizeof *files);
    uint32_t count = 0;
    for (size_t i = 0; i < compile->nfiles; i++) {
        struct vt_file file = {.path = vt_intern(ir->strings, compile->files[i].path),
                               .has_digest = true};
        if (find_file(files, count, file.path) == count)
            files[count++] = file;
    }
    uint32_t *moved = vt_alloc_array(w->arena, ir->nfiles, sizeof *moved);
    for (uint32_t i = 0; i < ir->nfiles; i++) {
        moved[i] = find_file(files, count, ir->files[i].path);
        if (moved[i] == count)
            files[count++] = ir->files[i];
    }
    for (uint32_t i = 0; i < ir->nlocations; i++)
        ir->locations[i].file = moved[ir->locations[i].file];
    ir->files = files;
    ir->nfiles = count;
}

/* requires: the unit's files, of those that were read only the ones its facts tell of. */
static void digest_files(struct work *w) {
    const struct vt_compile *compile = w->compile;
    for (uint32_t f = 0; f < w->unit.nfiles; f++) {
        struct vt_file *file = &w->unit.files[f];
        const char *path = vt_string(w->unit.strings, file->path);
        size_t i = 0;
        while (file->has_digest && i < compile->nfiles && strcmp(path, compile->files[i].path) != 0)
            i++;
        if (file->has_digest && i < compile->nfiles)
            vt_sha256(compile->files[i].bytes, compile->files[i].size, file->sha256);
    }
}

/* ---- steps ------------------------------------------------------------------------------- */

static bool extract(struct work *w, struct vt_arena *bodies) {
    const struct vt_compile *compile = w->compile;
    struct vt_llvm_copy *copy = vt_shape_begin(compile->module, &w->error);
    bool ok = copy && vt_extract(copy, &compile->names, &w->ir, bodies, &w->error);
    vt_llvm_copy_free(copy);
    if (compile->strip_locations)
        LLVMStripModuleDebugInfo(compile->module);
    return ok;
}

static bool condense(struct work *w) {
    struct vt_limits limits = vt_limits_for(w->options->budget);
    merge_files(w);
    vt_settle(&w->ir);
    vt_mark_noreturn(&w->ir);
    if (!vt_condense(&w->ir, w->options->models, &limits, &w->unit, &w->error))
        return false;
    digest_files(w);
    return true;
}

static void add_blind(struct work *w, enum vt_blind_kind kind, const char *what) {
    struct vt_unit *unit = &w->unit;
    struct vt_blind *blinds = vt_alloc_array(w->arena, unit->nblinds + 1, sizeof *blinds);
    if (unit->nblinds)
        memcpy(blinds, unit->blinds, unit->nblinds * sizeof *blinds);
    blinds[unit->nblinds++] = (struct vt_blind){
        .kind = kind, .what = vt_intern(unit->strings, what), .location = VT_NONE, .count = 1};
    unit->blinds = blinds;
}

/* What takes the place of facts that could not be made: a unit without functions. */
static void give_up(struct work *w) {
    struct vt_arena *arena = w->arena;
    struct vt_strings *strings = vt_strings_new(arena);
    struct vt_rewrite *identity = vt_alloc_copy(arena, &vt_rewrite_identity, sizeof *identity);
    w->ir = (struct vt_ir){.arena = arena, .strings = strings};
    w->unit =
        (struct vt_unit){.arena = arena, .strings = strings, .rewrites = identity, .nrewrites = 1};
    merge_files(w);
    w->unit.files = w->ir.files;
    w->unit.nfiles = w->ir.nfiles;
    digest_files(w);
    add_blind(w, VT_BLIND_INTERNAL, w->error.text);
}

/* Drops claims that say nothing, and tells of them. */
static void check_claims(struct work *w) {
    struct vt_unit *unit = &w->unit;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < unit->nclaims; i++) {
        struct vt_claim *claim = &unit->claims[i];
        const char *rule = vt_string(unit->strings, claim->rule);
        const char *function = vt_string(unit->strings, claim->function);
        const char *wrong = NULL;
        if (!vt_rule_exists(rule, strlen(rule)))
            wrong = vt_alloc_format(w->arena, "there is no rule or family '%s'", rule);
        else if (claim->reason == 0)
            wrong = "it gives no reason";
        if (!wrong)
            unit->claims[kept++] = *claim;
        else
            w->listener->trouble(
                w->listener->context,
                vt_alloc_format(w->arena, "the claim on '%s' is ignored: %s", function, wrong));
    }
    unit->nclaims = kept;
}

static void describe(struct work *w) {
    const struct vt_compile *compile = w->compile;
    const struct vt_options *options = w->options;
    struct vt_unit *unit = &w->unit;
    const char *matters =
        vt_alloc_format(w->arena, "language=%s budget=%u", compile->language, options->budget);
    if (options->declaration) {
        char hex[65];
        vt_hex(options->declaration->digest, hex);
        matters = vt_alloc_format(w->arena, "%s declared=%s", matters, hex);
    }
    unit->source = vt_intern(unit->strings, compile->files[0].path);
    unit->producer = vt_intern(unit->strings, compile->producer);
    unit->tool = vt_intern(unit->strings, "vitrine " VITRINE_VERSION);
    unit->target = vt_intern(unit->strings, LLVMGetTarget(compile->module));
    unit->options = vt_intern(unit->strings, matters);
    memcpy(unit->models_digest, options->models->digest, sizeof unit->models_digest);
}

/* Locations may be missing for a whole compile: then no finding can tell its path. */
static bool lacks_locations(const struct vt_unit *unit) {
    if (unit->nlocations)
        return false;
    for (uint32_t i = 0; i < unit->nfunctions; i++) {
        if (unit->functions[i].ncalls || unit->functions[i].nevents)
            return true;
    }
    return false;
}

static bool encode(struct work *w) {
    return vt_unit_encode(&w->unit, w->arena, &w->bytes, &w->size, &w->error);
}

static void write_facts(struct work *w) {
    const struct vt_compile *compile = w->compile;
    if (compile->format == VT_FORMAT_OTHER || w->size == 0)
        return;
    if (compile->is_bitcode)
        vt_section_bitcode(compile->module, w->arena, w->bytes, w->size);
    else
        vt_section_facts(compile->module, compile->format, w->arena, w->bytes, w->size);
    if (w->options->note)
        vt_section_note(compile->module, compile->format, w->arena, w->unit.digest,
                        compile->files[0].path);
}

/* ---- findings ---------------------------------------------------------------------------- */

static const struct vt_channels *channels_of(struct work *w, struct vt_program *program) {
    return w->options->declaration ? vt_channels_of(program, w->arena) : NULL;
}

static const struct vt_inventory *inventory_of(struct work *w, struct vt_program *program) {
    return w->options->declaration ? vt_inventory_of(program, w->arena) : NULL;
}

static bool write_sarif(struct work *w, struct vt_program *program,
                        const struct vt_findings *findings) {
    const char *path = w->options->sarif;
    FILE *file = fopen(path, "wb");
    if (!file)
        return vt_fail(&w->error, "cannot write '%s'", path);
    struct vt_report report = {.findings = findings,
                               .program = program,
                               .channels = channels_of(w, program),
                               .inventory = inventory_of(w, program),
                               .complete = true,
                               .command_line = "clang -fplugin=vitrine",
                               .selection = w->options->rules,
                               .source_root = "."}; /* paths are those of this compile */
    bool ok = vt_sarif_write(&report, file, &w->error);
    return fclose(file) == 0 ? ok : vt_fail(&w->error, "cannot write '%s'", path);
}

static bool report_findings(struct work *w, struct vt_program *program) {
    struct vt_findings findings = {.arena = w->arena};
    if (!vt_program_link(program, &w->error) ||
        !vt_rules_run(program, w->options->rules, &findings, &w->error))
        return false;
    if (w->options->probe)
        vt_probe_answer(program, w->listener->probe, w->listener->context);
    for (size_t i = 0; i < findings.count; i++)
        if (findings.items[i].nclaims == 0)
            w->listener->finding(w->listener->context, &findings.items[i]);
    return !w->options->sarif || write_sarif(w, program, &findings);
}

/* What a trace may look at while the compiler waits, doubled with each step of budget=; and what
 * those may that find no end, before the next get half as much. The report has more patience, and
 * decides. */
enum { TRACE_BUDGET = 2500, TRACE_PATIENCE = 5000 };

/* requires: an encoded unit, whose digest the report gives. breaks: the encoding, if a blind spot
 * is added; then it is made again. */
static void check(struct work *w) {
    struct vt_program *program = vt_program_new(w->options->models);
    vt_program_declare(program, w->options->declaration);
    vt_program_set_budget(program, (uint32_t)TRACE_BUDGET << w->options->budget,
                          (uint32_t)TRACE_PATIENCE << w->options->budget);
    vt_program_add(program, &w->unit, w->compile->files[0].path);
    bool ok = report_findings(w, program);
    vt_program_free(program);
    if (ok)
        return;
    add_blind(w, VT_BLIND_INTERNAL, w->error.text);
    encode(w);
}

static struct work begin(const struct vt_compile *compile, const struct vt_options *options,
                         const struct vt_listener *listener, struct vt_arena *arena) {
    struct work w = {.compile = compile, .options = options, .listener = listener, .arena = arena};
    w.ir = (struct vt_ir){.arena = arena, .strings = vt_strings_new(arena)};
    w.unit = (struct vt_unit){.arena = arena, .strings = w.ir.strings};
    return w;
}

/* requires: an encoded unit, or none. breaks: the unit. */
static void finish(struct work *w) {
    write_facts(w);
    if (w->error.text[0])
        w->listener->trouble(
            w->listener->context,
            vt_alloc_format(w->arena, "%s; the facts of this unit are incomplete", w->error.text));
    vt_arena_free(w->arena);
}

void vt_unit_give_up(const struct vt_compile *compile, const struct vt_options *options,
                     const struct vt_listener *listener, const char *reason) {
    struct work w = begin(compile, options, listener, vt_arena_new());
    if (compile->strip_locations)
        LLVMStripModuleDebugInfo(compile->module);
    vt_fail(&w.error, "%s", reason);
    give_up(&w);
    describe(&w);
    encode(&w);
    finish(&w);
}

void vt_unit_compile(const struct vt_compile *compile, const struct vt_options *options,
                     const struct vt_listener *listener) {
    struct work w = begin(compile, options, listener, vt_arena_new());
    struct vt_arena *bodies = vt_arena_new();
    bool ok = extract(&w, bodies) && condense(&w);
    vt_arena_free(bodies); /* what follows looks at facts alone */
    if (!ok)
        give_up(&w);
    check_claims(&w);
    describe(&w);
    if (lacks_locations(&w.unit))
        add_blind(&w, VT_BLIND_NO_LOCATIONS, compile->files[0].path);
    if (encode(&w) && ok)
        check(&w);
    finish(&w);
}
