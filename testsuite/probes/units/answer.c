/* answer OBJECT...: links the units of all objects, and prints the answers to the probes in them,
 * one a line: FILE:LINE: ANSWER. */
#include <stdio.h>

#include "cli/input.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/program/program.h"
#include "models/models.h"
#include "plugin/probe.h"

static void tell(void *context, const struct vt_probe_place *place, const char *text) {
    (void)context;
    printf("%s:%u: %s\n", place->file, (unsigned)place->line, text);
}

static const char *answer(const struct vt_input *input, struct vt_arena *arena) {
    struct vt_error error = {0};
    const struct vt_models *models = vt_probe_models(&vt_builtin_models, arena, &error);
    if (!models)
        return vt_alloc_format(arena, "%s", error.text);
    struct vt_program *program = vt_program_new(models);
    for (size_t i = 0; i < input->nunits; i++)
        vt_program_add(program, input->units[i].unit, input->units[i].origin);
    if (vt_program_link(program, &error))
        vt_probe_answer(program, tell, NULL);
    vt_program_free(program);
    return error.text[0] ? vt_alloc_format(arena, "%s", error.text) : NULL;
}

int main(int argc, char **argv) {
    struct vt_input *input = vt_input_new();
    struct vt_arena *arena = vt_arena_new();
    for (int i = 1; i < argc; i++)
        vt_input_add(input, argv[i]);
    vt_input_decode(input);
    const char *wrong = input->nproblems ? input->problems[0].text : answer(input, arena);
    if (wrong)
        fprintf(stderr, "%s\n", wrong);
    int code = wrong != NULL;
    vt_arena_free(arena);
    vt_input_free(input);
    return code;
}
