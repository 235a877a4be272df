/* Which of the units that were read belong to what is looked at, and what is not there. */
#include <pthread.h>
#include <search.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/input.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

static void forget(void *node) {
    (void)node;
}

static bool contains(void *const *tree, const uint8_t digest[32]) {
    return tfind(digest, tree, vt_digest_compare) != NULL;
}

/* The digests OBJECT's notes name, added to *TREE. */
static void add_notes(void **tree, const struct vt_object *object) {
    for (size_t i = 0; i < object->nnotes; i++)
        tsearch(object->notes[i].digest, tree, vt_digest_compare);
}

/* True if every image has notes and there is one at all: then they tell what is in. */
static bool images_tell(const struct vt_input *input) {
    bool any = false;

    for (size_t i = 0; i < input->nobjects; i++) {
        const struct vt_input_object *object = input->objects[i];

        if (!object->is_image)
            continue;
        any = true;
        if (object->object.nnotes == 0)
            return false;
    }
    return any;
}

/* Says that objects with code, or images, have nothing of vitrine's in them. */
static void name_objects_without_facts(struct vt_input *input) {
    for (size_t i = 0; i < input->nobjects; i++) {
        const struct vt_input_object *object = input->objects[i];

        if (object->object.nfacts || object->object.nnotes || object->object.nfaults ||
            !(object->object.has_code || object->is_image))
            continue;
        vt_input_problem(
            input, VT_PROBLEM_NO_FACTS, object->name,
            object->is_image
                ? "%s: no notes: not built with vitrine's plugin, or they were stripped"
                : "%s: no facts: not compiled with vitrine's plugin",
            object->path);
    }
}

/* Says that the unit NOTE names is not there. */
static void name_missing(struct vt_input *input, const struct vt_input_object *object,
                         const struct vt_note *note, bool is_stale) {
    char digest[65], subject[512];

    vt_hex(note->digest, digest);
    snprintf(subject, sizeof subject, "%s (%s)", vt_path_shown(note->source), digest);
    vt_input_problem(input, is_stale ? VT_PROBLEM_STALE : VT_PROBLEM_MISSING, subject,
                     is_stale ? "%s: stale: the facts are not those of unit '%s' (digest %.16s...)"
                              : "%s: the facts of unit '%s' are missing (digest %.16s...)",
                     object->path, note->source, digest);
}

static int compare_texts(const void *a, const void *b) {
    return strcmp(a, b);
}

/* Where naming an object's missing units stands. */
struct search {
    struct vt_input *input;
    const struct vt_input_object *object;
    bool by_image;
    void *const *chosen;
    void **named; /* digests that were named before, for any object */
    void *notes;  /* digests the object's notes name */
    void *stale;  /* sources of those of its facts that no note of it names */
};

/* The unit of FACTS, which may stand in several objects; NULL if they are broken. */
static struct vt_unit *unit_of(const struct vt_input *input, const struct vt_facts *facts) {
    uint8_t *const *known = tfind(facts->digest, &input->by_digest, vt_digest_compare);
    struct vt_error error = {0};

    return vt_facts_unit((struct vt_facts *)(void *)(*known - offsetof(struct vt_facts, digest)),
                         &error);
}

static const char *source_of(const struct vt_input *input, const struct vt_facts *facts) {
    const struct vt_unit *unit = unit_of(input, facts);

    return unit ? vt_string(unit->strings, unit->source) : "";
}

/* Names NOTE's unit if it counts and its facts are nowhere: as stale if the object has facts of the
 * same source, else as missing. */
static void search_note(struct search *search, const struct vt_note *note) {
    bool is_stale;

    if ((search->by_image && !contains(search->chosen, note->digest)) ||
        contains(&search->input->by_digest, note->digest) || contains(search->named, note->digest))
        return;
    is_stale = tfind(note->source, &search->stale, compare_texts) != NULL;
    if (search->by_image && !is_stale && !search->object->is_image)
        return; /* it is named with the image */
    if (!is_stale && search->object->object.nfaults)
        return; /* it is named as broken */
    tsearch(note->digest, search->named, vt_digest_compare);
    name_missing(search->input, search->object, note, is_stale);
    if (is_stale)
        tdelete(note->source, &search->stale, compare_texts);
}

/* Names the facts that are left out though no note told what should stand in their place. */
static void search_left_out(struct search *search) {
    const struct vt_object *object = &search->object->object;

    for (size_t i = 0; i < object->nfacts; i++) {
        const struct vt_facts *facts = &object->facts[i];
        char digest[65], subject[512];
        const char *source;

        if (contains(search->chosen, facts->digest))
            continue;
        source = source_of(search->input, facts);
        if (!tdelete(source, &search->stale, compare_texts))
            continue;
        vt_hex(facts->digest, digest);
        snprintf(subject, sizeof subject, "%s (%s)", vt_path_shown(source), digest);
        vt_input_problem(search->input, VT_PROBLEM_STALE, subject,
                         "%s: stale: no note names its facts of unit '%s' (digest %.16s...)",
                         search->object->path, source, digest);
    }
}

/* Names what OBJECT's notes promise and nobody has. */
static void search_object(struct search *search, const struct vt_object *object) {
    search->notes = search->stale = NULL;
    add_notes(&search->notes, object);
    for (size_t i = 0; object->nnotes && i < object->nfacts; i++)
        if (!contains(&search->notes, object->facts[i].digest))
            tsearch(source_of(search->input, &object->facts[i]), &search->stale, compare_texts);
    for (size_t i = 0; i < object->nnotes; i++)
        search_note(search, &object->notes[i]);
    if (!search->by_image)
        search_left_out(search);
    tdestroy(search->notes, forget);
    tdestroy(search->stale, forget);
}

/* Adds to *TREE the units OBJECT may speak for: those its notes name, or all if it has none. */
static void add_vouched(void **tree, const struct vt_object *object) {
    void *notes = NULL;

    add_notes(&notes, object);
    for (size_t i = 0; i < object->nfacts; i++)
        if (object->nnotes == 0 || contains(&notes, object->facts[i].digest))
            tsearch(object->facts[i].digest, tree, vt_digest_compare);
    tdestroy(notes, forget);
}

/* ---- Decoding ---------------------------------------------------------------------------- */

#define MOST_THREADS 4 /* each takes memory while it decodes */

/* The units that are decoded, each by itself; what comes of it does not depend on who did. */
struct decoding {
    const struct vt_input *input;
    struct vt_error *errors; /* by unit */
    atomic_size_t next;
};

static void *decode_units(void *context) {
    struct decoding *decoding = context;
    const struct vt_input *input = decoding->input;
    size_t i;

    while ((i = atomic_fetch_add(&decoding->next, 1)) < input->nunits)
        if (input->units[i].is_selected)
            input->units[i].unit = vt_facts_unit(input->units[i].facts, &decoding->errors[i]);
    return NULL;
}

/* How many threads decode COUNT units. */
static size_t count_threads(size_t count) {
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = processors < 1              ? 1
                  : processors < MOST_THREADS ? (size_t)processors
                                              : MOST_THREADS;

    return count < most ? count : most;
}

/* Decodes the units that are selected. Broken ones become problems, and are so no longer. */
static void decode_selected(struct vt_input *input) {
    struct vt_arena *scratch = vt_arena_new();
    struct decoding decoding = {
        .input = input, .errors = vt_alloc_array(scratch, input->nunits, sizeof(struct vt_error))};
    pthread_t others[MOST_THREADS];
    size_t nothers = 0, nthreads = count_threads(input->nunits);

    while (nothers + 1 < nthreads &&
           pthread_create(&others[nothers], NULL, decode_units, &decoding) == 0)
        nothers++;
    decode_units(&decoding);
    for (size_t i = 0; i < nothers; i++)
        pthread_join(others[i], NULL);
    for (size_t i = 0; i < input->nunits; i++) {
        struct vt_input_unit *unit = &input->units[i];

        if (!unit->is_selected || unit->unit)
            continue;
        unit->is_selected = false;
        vt_input_problem(input, VT_PROBLEM_BROKEN, unit->origin, "%s: %s: %s", unit->path,
                         unit->facts->place, decoding.errors[i].text);
    }
    vt_arena_free(scratch);
}

void vt_input_decode(struct vt_input *input) {
    size_t kept = 0;

    for (size_t i = 0; i < input->nunits; i++)
        input->units[i].is_selected = true;
    decode_selected(input);
    for (size_t i = 0; i < input->nunits; i++)
        if (input->units[i].is_selected)
            input->units[kept++] = input->units[i];
    input->nunits = kept;
}

/* ---- Selection --------------------------------------------------------------------------- */

void vt_input_select(struct vt_input *input) {
    bool by_image = images_tell(input);
    void *chosen = NULL, *named = NULL;
    struct search search;
    size_t i, count = input->nobjects;

    for (i = 0; i < count; i++) {
        struct vt_input_object *object = input->objects[i];

        if (!by_image)
            add_vouched(&chosen, &object->object);
        else if (object->is_image)
            add_notes(&chosen, &object->object);
    }
    for (i = 0; i < input->nunits; i++)
        input->units[i].is_selected = contains(&chosen, input->units[i].facts->digest);
    decode_selected(input);
    search =
        (struct search){.input = input, .by_image = by_image, .chosen = &chosen, .named = &named};
    for (unsigned images = 0; images < 2; images++) /* objects first: they can tell of "stale" */
        for (i = 0; i < count; i++) {
            search.object = input->objects[i];
            if (search.object->is_image == (images == 1))
                search_object(&search, &search.object->object);
        }
    name_objects_without_facts(input);
    tdestroy(chosen, forget);
    tdestroy(named, forget);
}
