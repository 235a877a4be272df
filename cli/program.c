#include "cli/program.h"

#include "cli/command.h"
#include "cli/input.h"
#include "engine/base/error.h"
#include "engine/program/program.h"
#include "numbers/numbers.h"

void vt_program_collect(const struct vt_arguments *arguments, struct vt_input *input) {
    for (size_t i = 0; i < arguments->noperands; i++)
        vt_input_add(input, arguments->operands[i]);
    vt_input_select(input);
    if (input->nunits == 0 && input->nproblems == 0)
        vt_input_problem(input, VT_PROBLEM_UNREADABLE, NULL, "%s: no %s there",
                         arguments->operands[0], input->nobjects ? "code" : "object file");
    for (size_t i = 0; i < input->nproblems; i++)
        vt_complain(arguments->command, "%s", input->problems[i].text);
}

struct vt_program *vt_program_make(const struct vt_arguments *arguments,
                                   const struct vt_input *input, const struct vt_models *models,
                                   const struct vt_declaration *declaration) {
    struct vt_program *program = vt_program_new(models);
    struct vt_error error = {0};

    vt_program_declare(program, declaration);
    vt_program_lend_numbers(program, &vt_gmp_numbers);
    for (size_t i = 0; i < input->nunits; i++)
        if (input->units[i].is_selected)
            vt_program_add(program, input->units[i].unit, input->units[i].origin);
    if (input->nproblems == 0)
        vt_program_close(program);
    if (vt_program_link(program, &error))
        return program;
    vt_complain(arguments->command, "%s", error.text);
    vt_program_free(program);
    return NULL;
}
