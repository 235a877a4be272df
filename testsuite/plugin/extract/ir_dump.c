/* ir_dump FILE.bc: what extraction makes of a unit, without Clang around it. With --time, how long
 * each step took, on standard error. */
#include <llvm-c/BitReader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/arena.h"
#include "engine/error.h"
#include "engine/strings.h"
#include "plugin/extract.h"
#include "plugin/shape.h"

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static LLVMModuleRef load(const char *path, LLVMContextRef context)
{
    LLVMMemoryBufferRef buffer = NULL;
    LLVMModuleRef module = NULL;
    char *message = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, &message)) {
        fprintf(stderr, "ir_dump: %s: %s\n", path, message);
        return NULL;
    }
    if (LLVMParseBitcodeInContext2(context, buffer, &module)) {
        fprintf(stderr, "ir_dump: %s: not bitcode of this LLVM\n", path);
        return NULL;
    }
    LLVMDisposeMemoryBuffer(buffer);
    return module;
}

/* Names as the AST would give them, made up so that tests see where they arrive. */
static const char *field_name(void *context, const char *type, unsigned offset)
{
    return !strcmp(type, "struct.session") && offset == 8 ? context : NULL;
}

static bool dump(LLVMModuleRef module, bool timed)
{
    struct vt_error error = {0};
    double start = now();
    LLVMModuleRef shaped = vt_shape_clone(module, &error);
    double cloned = now();
    struct vt_source_names names = {.field = field_name, .context = "peer"};
    struct vt_ir ir = {.arena = vt_arena_new()};
    ir.strings = vt_strings_new(ir.arena);
    bool done = shaped && vt_extract(shaped, &names, &ir, &error);
    double extracted = now();
    if (timed)
        fprintf(stderr, "shape %.1f ms, extract %.1f ms, %zu bytes\n", cloned - start,
                extracted - cloned, vt_arena_used(ir.arena));
    if (done) {
        char *text = vt_ir_dump(&ir);
        fputs(text, stdout);
        free(text);
    } else {
        fprintf(stderr, "ir_dump: %s\n", error.text);
    }
    vt_arena_free(ir.arena);
    if (shaped)
        LLVMDisposeModule(shaped);
    return done;
}

int main(int argc, char **argv)
{
    bool timed = argc == 3 && !strcmp(argv[1], "--time");
    if (argc != 2 && !timed) {
        fputs("usage: ir_dump [--time] FILE.bc\n", stderr);
        return 2;
    }
    LLVMContextRef context = LLVMContextCreate();
    LLVMModuleRef module = load(argv[argc - 1], context);
    bool done = module && dump(module, timed);
    if (module)
        LLVMDisposeModule(module);
    LLVMContextDispose(context);
    return done ? 0 : 1;
}
