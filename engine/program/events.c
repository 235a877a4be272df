/* Events by class.
 *
 * Requires: functions that gave way to others marked. Gives: which events tell a fact of a class.
 * Breaks: nothing. Rules ask this all the time, of programs with hundreds of thousands of events.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/program/program_impl.h"

/* The class of events that tell FACT and are called NAME; a new one if there is none. */
static struct vt_event_class *class_of(struct vt_program *program, enum vt_fact fact,
                                       const char *name) {
    uint32_t *first = vt_map_put(&program->class_map, vt_hash_bytes(name, strlen(name)) + fact);
    for (uint32_t i = *first; i != VT_NONE; i = program->classes[i].next)
        if (program->classes[i].fact == fact && strcmp(program->classes[i].name, name) == 0)
            return &program->classes[i];
    program->classes = vt_grow(program->arena, program->classes, program->nclasses,
                               &program->class_capacity, sizeof *program->classes);
    struct vt_event_class *new = &program->classes[program->nclasses];
    *new = (struct vt_event_class){.fact = fact, .name = name, .next = *first};
    *first = (uint32_t)program->nclasses++;
    return new;
}

void vt_link_events(struct vt_program *program) {
    vt_map_init(&program->class_map, program->arena);
    for (uint32_t f = 0; f < program->nfunctions; f++) {
        const struct vt_function *facts = program->functions[f].facts;
        const struct vt_strings *strings = vt_unit_of(program, f)->strings;
        for (uint32_t e = 0; e < facts->nevents && !program->functions[f].discarded; e++) {
            const struct vt_event *event = &facts->events[e];
            struct vt_event_class *class =
                class_of(program, event->fact, vt_string(strings, event->class_name));
            class->refs = vt_grow(program->arena, class->refs, class->count, &class->capacity,
                                  sizeof *class->refs);
            class->refs[class->count++] = (struct vt_event_ref){f, e};
        }
    }
}

bool vt_class_is(const char *name, const char *class_name) {
    size_t length = strlen(class_name);
    return strncmp(name, class_name, length) == 0 && (name[length] == '\0' || name[length] == '.');
}

static int compare_refs(const void *a, const void *b) {
    const struct vt_event_ref *left = a, *right = b;
    uint64_t one = vt_key(left->function, left->event),
             other = vt_key(right->function, right->event);
    return one < other ? -1 : one > other;
}

struct vt_event_ref *vt_program_events(const struct vt_program *program, enum vt_fact fact,
                                       const char *class_name, struct vt_arena *arena,
                                       size_t *count) {
    struct vt_event_ref *found = NULL;
    size_t capacity = 0, nclasses = 0;
    *count = 0;
    for (size_t c = 0; c < program->nclasses; c++) {
        const struct vt_event_class *class = &program->classes[c];
        if (class->fact != fact || (class_name && !vt_class_is(class->name, class_name)))
            continue;
        found = vt_grow(arena, found, *count + class->count, &capacity, sizeof *found);
        memcpy(found + *count, class->refs, class->count * sizeof *found);
        *count += class->count;
        nclasses++;
    }
    if (nclasses > 1)
        qsort(found, *count, sizeof *found, compare_refs);
    return found;
}
