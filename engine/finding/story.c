/* From the edges of a trace to a story that a newcomer can read.
 *
 * requires: steps as vt_trace_steps gives them, source first
 * gives:    sentences with places; depths from 1, counted in calls
 */
#include "engine/finding/story.h"

#include <assert.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* What a tag does to "the value", as the end of a passive sentence. */
struct verb {
    uint32_t tag;
    const char *verb;
};

static const struct verb verbs[] = {
    {VT_TAG_CONCEALED, "decoded from bytes that hide it"},
    {VT_TAG_ARITHMETIC, "computed with"},
    {VT_TAG_XOR, "xored"},
    {VT_TAG_SHARE_6, "masked"}, /* stands with all the others */
    {VT_TAG_ENCODE, "encoded"},
    {VT_TAG_DECODE, "decoded"},
    {VT_TAG_ENCRYPT, "encrypted"},
    {VT_TAG_DECRYPT, "decrypted"},
    {VT_TAG_HASH, "hashed"},
    {VT_TAG_SECRET_KEYED, "mixed with a key"},
    {VT_TAG_NUMBER, "printed as a number"},
    {VT_TAG_COMPRESS, "compressed"},
    {VT_TAG_FORMAT, "printed into text"},
    {VT_TAG_TRUNCATE, "cut to fewer bits"},
    {VT_TAG_LENGTH, "reduced to its length"},
    {VT_TAG_INDEX, "used to pick an element of a table"},
    {VT_TAG_COMPARED, "compared, and the outcome goes on"},
    {VT_TAG_DECIDED, "used to decide another value"},
    {VT_TAG_HANDLE, "used to open or name a handle"},
    {VT_TAG_FIELD, "stored in a struct that is followed by type and field"},
    {VT_TAG_ASSUMED, "handed through a function without a model"},
};

#define NVERBS  (sizeof verbs / sizeof *verbs)
#define SUBJECT "The value"

/* Steps told so far. */
struct telling {
    const struct vt_story *story;
    struct vt_arena *arena;
    struct vt_step *steps;
    size_t count;
    int depth;
    bool by_type; /* the last step stored the value by the type of a struct */
    bool through; /* the call at this step gives the value back as it got it */
};

const char *vt_sentence(struct vt_arena *arena, const char *text) {
    size_t length = strlen(text);
    if (length > 0 && strchr(".!?", text[length - 1]))
        return text;
    return vt_alloc_format(arena, "%s.", text);
}

static const char *parameter_name(const struct vt_story *story, uint32_t function, uint32_t index) {
    const struct vt_unit *unit;
    const struct vt_function *callee = vt_program_function(story->program, function, &unit);
    if (index >= callee->nparams)
        return "";
    return vt_string(unit->strings, callee->param_names[index]);
}

/* By the parameter's name if the callee has one there; a variadic argument has none. */
static const char *passed_to(const struct vt_story *story, const struct vt_flow_step *step,
                             struct vt_arena *arena) {
    const char *callee = vt_program_function_name(story->program, step->callee);
    const char *parameter = parameter_name(story, step->callee, step->index);
    if (*parameter)
        return vt_alloc_format(arena, "passed to `%s` as parameter `%s`", callee, parameter);
    return vt_alloc_format(arena, "passed to `%s` as argument %u", callee, step->index + 1);
}

/* Where the value rests: a global, or if it was stored BY_TYPE, some object of a type. */
static const char *kept_in(const struct vt_flow_step *step, bool by_type, struct vt_arena *arena) {
    const char *name = step->name ? step->name : "?";
    if (!by_type)
        return vt_alloc_format(arena, "kept in global `%s`", name);
    if (strncmp(name, "struct.", 7) == 0) /* LLVM's spelling */
        name += 7;
    return vt_alloc_format(arena, "read again from a `%s`", name);
}

/* What the kind of STEP says about the value, or NULL if it says nothing. */
static const char *movement(const struct telling *telling, const struct vt_flow_step *step) {
    const struct vt_story *story = telling->story;
    switch (step->kind) {
    case VT_STEP_CALL:
        if (telling->through)
            return vt_alloc_format(telling->arena, "handed through `%s`",
                                   vt_program_function_name(story->program, step->callee));
        return passed_to(story, step, telling->arena);
    case VT_STEP_RETURN:
        return vt_alloc_format(telling->arena, "returned from `%s`",
                               vt_program_function_name(story->program, step->callee));
    case VT_STEP_GLOBAL:
        return kept_in(step, telling->by_type, telling->arena);
    default:
        return NULL;
    }
}

/* "The value is xored, encoded and passed to `send_all` as parameter `data`."; NULL if nothing
 * happens that is worth a sentence. */
static const char *what_happens(const struct telling *telling, const struct vt_flow_step *step) {
    struct vt_arena *arena = telling->arena;
    const char *parts[NVERBS + 1];
    size_t nparts = 0;
    for (size_t i = 0; i < NVERBS; i++)
        if (step->tags & verbs[i].tag)
            parts[nparts++] = verbs[i].verb;
    const char *moved = movement(telling, step);
    if (moved)
        parts[nparts++] = moved;
    if (nparts == 0)
        return NULL;
    const char *text = vt_alloc_format(arena, SUBJECT " is %s", parts[0]);
    for (size_t i = 1; i < nparts; i++) {
        const char *join = i + 1 == nparts ? " and" : ",";
        text = vt_alloc_format(arena, "%s%s %s", text, join, parts[i]);
    }
    return vt_sentence(arena, text);
}

/* File, line and function of STEP; what its unit does not tell stays "" or 0. */
static void set_place(struct vt_step *told, const struct vt_story *story,
                      const struct vt_flow_step *step) {
    told->file = "";
    told->unit = step->unit;
    told->function = vt_program_function_name(story->program, step->function);
    if (step->location == VT_NONE || step->location >= step->unit->nlocations)
        return;
    const struct vt_location *location = &step->unit->locations[step->location];
    told->file = vt_string(step->unit->strings, step->unit->files[location->file].path);
    told->line = location->line;
    told->column = location->line ? location->column : 0;
}

/* The words of SARIF 3.38.8, and "source" and "sink" for the ends. */
static const char *kind_name(const struct telling *telling, const struct vt_flow_step *step) {
    switch (step->kind) {
    case VT_STEP_SOURCE:
        return "source";
    case VT_STEP_CALL:
        return telling->through ? "value" : "call";
    case VT_STEP_RETURN:
        return "return";
    case VT_STEP_SINK:
        return "sink";
    default:
        return "value";
    }
}

/* The depth of the first step, so that the shallowest is 1. A call takes the steps after it one
 * deeper, a return takes itself and those after it back. */
static int first_depth(const struct vt_story *story) {
    int depth = 0, lowest = 0;
    for (size_t i = 0; i < story->count; i++) {
        if (story->flow[i].kind == VT_STEP_CALL)
            depth++;
        if (story->flow[i].kind == VT_STEP_RETURN)
            depth--;
        if (depth < lowest)
            lowest = depth;
    }
    return 1 - lowest;
}

static void tell(struct telling *telling, const struct vt_flow_step *step, const char *text) {
    struct vt_step told = {
        .text = text, .kind = kind_name(telling, step), .depth = (uint32_t)telling->depth};
    set_place(&told, telling->story, step);
    telling->steps[telling->count++] = told;
}

/* Tells what happens at STEP, a step between the ends: by itself if it has a place, else in one
 * breath with the step before it. */
static void tell_between(struct telling *telling, const struct vt_flow_step *step) {
    const char *text = what_happens(telling, step);
    telling->by_type = (step->tags & VT_TAG_FIELD) != 0;
    if (!text)
        return;
    tell(telling, step, text);
    if (telling->count < 2)
        return;
    struct vt_step *told = &telling->steps[telling->count - 1], *before = told - 1;
    bool same_place = told->line == before->line && told->column == before->column &&
                      strcmp(told->file, before->file) == 0;
    if (same_place && strcmp(told->text, before->text) == 0) {
        telling->count--; /* a loop: once is enough */
    } else if (told->line == 0) {
        before->text =
            vt_alloc_format(telling->arena, "%s It%s", before->text, told->text + strlen(SUBJECT));
        telling->count--;
    }
}

/* The end of the way. What happens on the edge into it is a step of its own. */
static void tell_last(struct telling *telling, const struct vt_flow_step *step) {
    struct vt_flow_step before = *step;
    before.kind = VT_STEP_FLOW;
    if (telling->count > 0)
        tell_between(telling, &before);
    tell(telling, step, vt_sentence(telling->arena, telling->story->last));
    telling->steps[telling->count - 1].kind = "sink";
    telling->steps[telling->count - 1].essential = true;
}

/* The beginning of the way, and what happens to the value in that very place. */
static void tell_first(struct telling *telling, const struct vt_flow_step *step) {
    tell(telling, step, vt_sentence(telling->arena, telling->story->first));
    telling->steps[0].kind = "source";
    telling->steps[0].essential = true;
    struct vt_flow_step after = *step;
    after.kind = VT_STEP_FLOW;
    tell_between(telling, &after);
}

/* If step I of STORY enters a function and the value comes back as it went in: the step that leaves
 * the function; else I. */
static size_t end_of_detour(const struct vt_story *story, size_t i) {
    const struct vt_flow_step *flow = story->flow;
    size_t depth = flow[i].kind == VT_STEP_CALL;
    for (size_t at = i + 1; depth > 0 && at + 1 < story->count; at++) {
        if (flow[at].tags != 0 || flow[at].kind == VT_STEP_GLOBAL)
            return i;
        if (flow[at].kind == VT_STEP_CALL)
            depth++;
        if (flow[at].kind == VT_STEP_RETURN && --depth == 0)
            return at;
    }
    return i;
}

struct vt_step *vt_story_tell(const struct vt_story *story, struct vt_arena *arena, size_t *count) {
    assert(story->count > 0 && story->last && (story->first || story->count == 1));
    struct telling telling = {.story = story, .arena = arena, .depth = first_depth(story)};
    /* Two more than steps: both ends may be told in two. */
    telling.steps = vt_alloc_array(arena, story->count + 2, sizeof *telling.steps);
    for (size_t i = 0; i < story->count; i++) {
        const struct vt_flow_step *step = &story->flow[i];
        size_t end = end_of_detour(story, i);
        telling.through = end > i;
        if (step->kind == VT_STEP_RETURN)
            telling.depth--;
        if (i + 1 == story->count)
            tell_last(&telling, step);
        else if (i == 0)
            tell_first(&telling, step);
        else
            tell_between(&telling, step);
        if (telling.through)
            i = end;
        else if (step->kind == VT_STEP_CALL)
            telling.depth++;
    }
    *count = telling.count;
    return telling.steps;
}
