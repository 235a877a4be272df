/* What the unit refers to by name, and the constant bytes and pointers its globals start with. */
#include <llvm-c/DebugInfo.h>
#include <string.h>

#include "plugin/extract_internal.h"
#include "plugin/llvm_ir.h"

/* Numbers and bytes in structs are kept for small objects: settings and keys, not tables. */
enum { MAX_ELEMENTS = 65536, MAX_DEPTH = 32, MAX_ZEROS = 65536, MAX_CONTENTS = 32 };

/* Smaller ones hold no table that it would be worth to look up where they stand. */
enum { MIN_LOCATED = 10 };

/* ---- symbols ---- */

static bool is_local(LLVMValueRef global) {
    LLVMLinkage linkage = LLVMGetLinkage(global);
    return linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage;
}

static bool is_weak(LLVMValueRef global) {
    switch (LLVMGetLinkage(global)) {
    case LLVMLinkOnceAnyLinkage:
    case LLVMLinkOnceODRLinkage:
    case LLVMWeakAnyLinkage:
    case LLVMWeakODRLinkage:
    case LLVMExternalWeakLinkage:
        return true;
    default:
        return false;
    }
}

static bool is_defined(LLVMValueRef global) {
    return !LLVMIsDeclaration(global) && LLVMGetLinkage(global) != LLVMAvailableExternallyLinkage;
}

/* Bit-fields cannot be written through pointers, so this says all there is to say at once. */
static void describe(struct extract *x, LLVMValueRef global, struct vt_symbol *symbol) {
    LLVMTypeRef type = LLVMGlobalGetValueType(global);
    bool variable = LLVMIsAGlobalVariable(global) != NULL;
    symbol->is_function |= LLVMGetTypeKind(type) == LLVMFunctionTypeKind;
    symbol->is_defined |= is_defined(global);
    symbol->is_local = is_local(global);
    symbol->is_weak |= is_weak(global);
    symbol->is_inline |= LLVMGetLinkage(global) == LLVMLinkOnceODRLinkage ||
                         LLVMGetLinkage(global) == LLVMWeakODRLinkage;
    symbol->is_hidden |= LLVMGetVisibility(global) == LLVMHiddenVisibility;
    symbol->is_ifunc |= LLVMIsAGlobalIFunc(global) != NULL;
    if (variable) {
        symbol->is_constant |= LLVMIsGlobalConstant(global) != 0;
        symbol->is_thread_local |= LLVMIsThreadLocal(global) != 0;
        if (is_defined(global)) /* elsewhere its type can be a stand-in */
            symbol->size = type_size(x, type);
    }
    if (LLVMIsAFunction(global)) {
        symbol->is_noreturn |=
            LLVMGetEnumAttributeAtIndex(global, LLVMAttributeFunctionIndex, x->noreturn) != NULL;
        if (is_defined(global))
            symbol->location = function_location(x, global);
    }
}

static uint32_t new_symbol(struct extract *x, uint32_t name) {
    struct vt_ir *ir = x->ir;
    ir->symbols =
        vt_grow(ir->arena, ir->symbols, ir->nsymbols, &x->symbol_room, sizeof *ir->symbols);
    ir->symbols[ir->nsymbols] =
        (struct vt_symbol){.name = name, .location = VT_NONE, .resolver = VT_NONE};
    return ir->nsymbols++;
}

/* The function an alias or ifunc stands for. */
static void resolve(struct extract *x, LLVMValueRef global, uint32_t index) {
    LLVMValueRef target = LLVMIsAGlobalAlias(global)   ? LLVMAliasGetAliasee(global)
                          : LLVMIsAGlobalIFunc(global) ? LLVMGetGlobalIFuncResolver(global)
                                                       : NULL;
    struct address address = {0};
    if (target)
        address = address_of(x, target);
    if (address.global && address.offset == 0) {
        uint32_t resolver = symbol_of(x, address.global);
        x->ir->symbols[index].resolver = resolver;
    }
}

uint32_t symbol_of(struct extract *x, LLVMValueRef global) {
    uint32_t known = map_get(&x->symbols, map_key(global));
    if (known != VT_NONE)
        return known;
    size_t length = 0;
    const char *text = link_name(global, &length);
    uint32_t name = vt_strings_add(x->ir->strings, text, length);
    uint32_t index = is_local(global) ? VT_NONE : map_get(&x->by_name, (uint64_t)name + 1);
    if (index == VT_NONE)
        index = new_symbol(x, name);
    if (!is_local(global))
        map_put(&x->by_name, x->scratch, (uint64_t)name + 1, index);
    map_put(&x->symbols, x->scratch, map_key(global), index);
    describe(x, global, &x->ir->symbols[index]);
    resolve(x, global, index);
    if (LLVMIsAGlobalVariable(global) && LLVMGetLinkage(global) == LLVMPrivateLinkage) {
        x->pending =
            vt_grow(x->scratch, x->pending, x->npending, &x->pending_room, sizeof(LLVMValueRef));
        x->pending[x->npending++] = global;
    }
    return index;
}

uint32_t symbol_named(struct extract *x, LLVMModuleRef module, const char *name) {
    LLVMValueRef function = LLVMGetNamedFunction(module, name);
    if (function)
        return symbol_of(x, function);
    uint32_t string = vt_intern(x->ir->strings, name);
    uint32_t index = map_get(&x->by_name, (uint64_t)string + 1);
    if (index == VT_NONE) {
        index = new_symbol(x, string);
        x->ir->symbols[index].is_function = true;
        map_put(&x->by_name, x->scratch, (uint64_t)string + 1, index);
    }
    return index;
}

/* ---- data ---- */

/* The element type of an array of integers, or NULL. */
static LLVMTypeRef integer_element(LLVMTypeRef type) {
    if (LLVMGetTypeKind(type) != LLVMArrayTypeKind)
        return NULL;
    LLVMTypeRef element = LLVMGetElementType(type);
    return LLVMGetTypeKind(element) == LLVMIntegerTypeKind ? element : NULL;
}

/* A text in a buffer that is larger than it: the size of the text with one NUL; else SIZE. */
static size_t without_padding(const uint8_t *bytes, size_t size) {
    size_t length = 0;
    while (length < size && (bytes[length] >= ' ' || (bytes[length] >= 9 && bytes[length] <= 13)))
        length++;
    for (size_t i = length; i < size; i++)
        if (bytes[i])
            return size;
    return length > 0 && length < size ? length + 1 : size;
}

/* New data of SIZE BYTES; bytes that are NULL are zeros. */
static uint32_t add_data(struct extract *x, const uint8_t *bytes, size_t size, unsigned bits) {
    struct vt_ir *ir = x->ir;
    ir->data = vt_grow(ir->arena, ir->data, ir->ndata, &x->data_room, sizeof *ir->data);
    struct vt_data *data = &ir->data[ir->ndata];
    if (bytes && bits == 8)
        size = without_padding(bytes, size);
    data->bytes = bytes ? vt_alloc_copy(ir->arena, bytes, size) : vt_alloc(ir->arena, size);
    data->size = size;
    data->symbol = VT_NONE;
    data->wide = bits > 8;
    data->element = (uint8_t)((bits + 7) / 8);
    data->is_text = bits == 8 && size > 0 && memchr(data->bytes, 0, size) == data->bytes + size - 1;
    return ir->ndata++;
}

/* Data of the integers in CONSTANT, or VT_NONE. */
static uint32_t data_of(struct extract *x, LLVMValueRef constant) {
    LLVMTypeRef type = LLVMTypeOf(constant);
    if (LLVMIsAConstantInt(constant) && LLVMGetIntTypeWidth(type) <= 64) {
        uint64_t value = LLVMConstIntGetZExtValue(constant);
        size_t size = type_size(x, type);
        if (size > sizeof value)
            return VT_NONE;
        uint8_t bytes[sizeof value];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (uint8_t)(value >> (8 * i));
        return add_data(x, bytes, size, (unsigned)(8 * size));
    }
    LLVMTypeRef element = integer_element(type);
    if (!element || !LLVMIsAConstantDataArray(constant))
        return VT_NONE;
    size_t size = 0;
    const uint8_t *bytes = vt_llvm_data_bytes(constant, &size);
    return add_data(x, bytes, size, LLVMGetIntTypeWidth(element));
}

static bool is_literal(LLVMValueRef global) {
    if (!LLVMIsAGlobalVariable(global) || LLVMGetLinkage(global) != LLVMPrivateLinkage ||
        !LLVMIsGlobalConstant(global))
        return false;
    LLVMValueRef value = LLVMGetInitializer(global);
    if (!value || !integer_element(LLVMTypeOf(value)))
        return false;
    return LLVMIsAConstantDataArray(value) || LLVMIsNull(value);
}

uint32_t literal_of(struct extract *x, LLVMValueRef global) {
    uint32_t known = map_get(&x->literals, map_key(global));
    if (known != VT_NONE)
        return known;
    if (!is_literal(global))
        return VT_NONE;
    LLVMValueRef value = LLVMGetInitializer(global);
    uint64_t size = type_size(x, LLVMTypeOf(value));
    if (LLVMIsNull(value) && size > MAX_ZEROS)
        return VT_NONE;
    unsigned bits = LLVMGetIntTypeWidth(integer_element(LLVMTypeOf(value)));
    uint32_t index = LLVMIsNull(value) ? add_data(x, NULL, size, bits) : data_of(x, value);
    map_put(&x->literals, x->scratch, map_key(global), index);
    return index;
}

/* ---- initialisers ---- */

/* A walk over one global's initialiser. */
struct walk {
    uint32_t symbol;
    unsigned left;     /* elements that may still be visited */
    unsigned contents; /* numbers and arrays that may still be kept */
    bool constructors;
};

static void add_initializer(struct extract *x, struct vt_initializer entry) {
    struct vt_ir *ir = x->ir;
    note_field(x, entry.type, entry.type_offset);
    ir->initializers = vt_grow(ir->arena, ir->initializers, ir->ninitializers, &x->initializer_room,
                               sizeof *ir->initializers);
    ir->initializers[ir->ninitializers++] = entry;
}

/* A number or array of numbers that stands in a struct. */
static void add_content(struct extract *x, struct walk *walk, LLVMValueRef value,
                        const struct path *path) {
    if (!walk->contents || path->offset < 0 || path->offset > UINT32_MAX)
        return;
    uint32_t data = data_of(x, value);
    if (data == VT_NONE)
        return;
    walk->contents--;
    add_initializer(x, (struct vt_initializer){.symbol = walk->symbol,
                                               .offset = (uint32_t)path->offset,
                                               .content = true,
                                               .target = VT_NONE,
                                               .data = data,
                                               .type = VT_NONE});
}

static void add_pointer(struct extract *x, struct walk *walk, LLVMValueRef value,
                        const struct path *path) {
    struct address address = address_of(x, value);
    if (!address.global || path->offset < 0 || path->offset > UINT32_MAX)
        return;
    struct vt_initializer entry = {.symbol = walk->symbol,
                                   .offset = (uint32_t)path->offset,
                                   .target = VT_NONE,
                                   .type = path->type,
                                   .type_offset = (int32_t)path->type_offset};
    entry.data = literal_of(x, address.global);
    if (entry.data == VT_NONE) {
        entry.target = symbol_of(x, address.global);
        struct vt_symbol *target = &x->ir->symbols[entry.target];
        target->is_address_taken |= target->is_function;
        target->is_constructor |= walk->constructors && target->is_function;
    }
    add_initializer(x, entry);
}

static void walk_value(struct extract *x, struct walk *walk, LLVMValueRef value, struct path path,
                       unsigned depth) {
    if (!walk->left || depth > MAX_DEPTH || LLVMIsNull(value))
        return;
    walk->left--;
    LLVMTypeRef type = LLVMTypeOf(value);
    LLVMTypeKind kind = LLVMGetTypeKind(type);
    if (kind == LLVMPointerTypeKind || (kind == LLVMIntegerTypeKind && LLVMIsAConstantExpr(value)))
        add_pointer(x, walk, value, &path);
    else if (depth > 0)
        add_content(x, walk, value, &path);
    if (!LLVMIsAConstantStruct(value) && !LLVMIsAConstantArray(value))
        return;
    uint64_t stride = LLVMIsAConstantArray(value) ? type_size(x, LLVMGetElementType(type)) : 0;
    uint32_t name = type_name(x, type);
    for (int i = 0; i < LLVMGetNumOperands(value); i++) {
        uint64_t step = LLVMIsAConstantArray(value)
                            ? stride * (uint64_t)i
                            : LLVMOffsetOfElement(x->target, type, (unsigned)i);
        struct path inner = path;
        inner.offset += (int64_t)step;
        inner.type_offset += path.type != VT_NONE ? (int64_t)step : 0;
        if (name != VT_NONE) {
            inner.type = name;
            inner.type_offset = (int64_t)step;
        }
        walk_value(x, walk, LLVMGetOperand(value, (unsigned)i), inner, depth + 1);
    }
}

/* Sections whose pointers the loader calls before main(). */
static bool runs_at_start(LLVMValueRef global) {
    const char *section = LLVMGetSection(global);
    return section &&
           (!strncmp(section, ".init_array", 11) || !strncmp(section, ".preinit_array", 14) ||
            !strncmp(section, ".ctors", 6) || !strncmp(section, "__DATA,__mod_init_func", 22));
}

/* Zeros that stay: they may be meant as a key or nonce. */
static bool is_constant_zeros(struct extract *x, LLVMValueRef global, LLVMValueRef value) {
    LLVMTypeRef element = integer_element(LLVMTypeOf(value));
    return element && LLVMIsGlobalConstant(global) && LLVMGetIntTypeWidth(element) == 8 &&
           type_size(x, LLVMTypeOf(value)) <= MAX_CONTENTS;
}

static void extract_initializer(struct extract *x, LLVMValueRef global) {
    uint32_t symbol = symbol_of(x, global);
    LLVMValueRef value = LLVMGetInitializer(global);
    if (!value || (LLVMIsNull(value) && !is_constant_zeros(x, global, value)))
        return;
    if (x->ir->symbols[symbol].size >= MIN_LOCATED)
        x->ir->symbols[symbol].location = variable_location(x, global);
    uint32_t data = LLVMIsNull(value) ? add_data(x, NULL, type_size(x, LLVMTypeOf(value)), 8)
                                      : data_of(x, value);
    if (data != VT_NONE) {
        x->ir->data[data].symbol = symbol;
        return;
    }
    struct walk walk = {.symbol = symbol,
                        .left = MAX_ELEMENTS,
                        .contents = MAX_CONTENTS,
                        .constructors = runs_at_start(global)};
    walk_value(x, &walk, value, (struct path){.type = VT_NONE, .around = VT_NONE}, 0);
}

/* llvm.global_ctors: an array of { priority, function, data }. */
static void mark_constructors(struct extract *x, LLVMValueRef list) {
    LLVMValueRef value = LLVMGetInitializer(list);
    if (!value || !LLVMIsAConstantArray(value))
        return;
    for (int i = 0; i < LLVMGetNumOperands(value); i++) {
        LLVMValueRef entry = LLVMGetOperand(value, (unsigned)i);
        if (!LLVMIsAConstantStruct(entry) || LLVMGetNumOperands(entry) < 2)
            continue;
        struct address address = address_of(x, LLVMGetOperand(entry, 1));
        if (!address.global)
            continue;
        uint32_t symbol = symbol_of(x, address.global);
        x->ir->symbols[symbol].is_constructor = true;
    }
}

void extract_pending(struct extract *x) {
    while (x->npending)
        extract_initializer(x, x->pending[--x->npending]);
}

void extract_globals(struct extract *x, LLVMModuleRef module) {
    LLVMValueRef constructors = NULL;
    for (LLVMValueRef g = LLVMGetFirstGlobal(module); g; g = LLVMGetNextGlobal(g)) {
        size_t length = 0;
        const char *name = LLVMGetValueName2(g, &length);
        if (length == 17 && !memcmp(name, "llvm.global_ctors", 17))
            constructors = g;
        bool internal = length > 5 && !memcmp(name, "llvm.", 5);
        /* What is private is looked at when something refers to it. */
        if (!internal && is_defined(g) && LLVMGetLinkage(g) != LLVMPrivateLinkage)
            extract_initializer(x, g);
    }
    for (LLVMValueRef a = LLVMGetFirstGlobalAlias(module); a; a = LLVMGetNextGlobalAlias(a))
        symbol_of(x, a);
    for (LLVMValueRef i = LLVMGetFirstGlobalIFunc(module); i; i = LLVMGetNextGlobalIFunc(i))
        symbol_of(x, i);
    if (constructors)
        mark_constructors(x, constructors);
    extract_pending(x);
}
