/* Where things are: types and offsets, source locations, names. */
#include <ctype.h>
#include <llvm-c/DebugInfo.h>
#include <string.h>

#include "plugin/extract_internal.h"

/* ---- types ---- */

/* LLVM tells apart structs of one name by a number behind it, which depends on what else its
 * context holds; LENGTH without that number. */
static size_t without_number(const char *name, size_t length) {
    size_t digits = length;
    while (digits > 0 && isdigit((unsigned char)name[digits - 1]))
        digits--;
    return digits < length && digits > 1 && name[digits - 1] == '.' ? digits - 1 : length;
}

static bool is_text(const char *text, size_t length, const char *expected) {
    return length == strlen(expected) && memcmp(text, expected, length) == 0;
}

uint32_t type_name(struct extract *x, LLVMTypeRef type) {
    if (LLVMGetTypeKind(type) != LLVMStructTypeKind)
        return VT_NONE;
    const char *name = LLVMGetStructName(type);
    if (!name)
        return VT_NONE;
    uint32_t known = map_get(&x->types, map_key(type));
    if (known != VT_NONE)
        return known - 1;
    size_t length = without_number(name, strlen(name));
    bool anonymous = is_text(name, length, "struct.anon") || is_text(name, length, "union.anon") ||
                     is_text(name, length, "class.anon");
    uint32_t index = anonymous ? VT_NONE : vt_strings_add(x->ir->strings, name, length);
    map_put(&x->types, x->scratch, map_key(type), index + 1); /* VT_NONE is kept as 0 */
    return index;
}

uint64_t type_size(struct extract *x, LLVMTypeRef type) {
    return LLVMTypeIsSized(type) ? LLVMABISizeOfType(x->target, type) : 0;
}

uint32_t type_bits(struct extract *x, LLVMTypeRef type) {
    uint64_t bits = 0;
    switch (LLVMGetTypeKind(type)) {
    case LLVMIntegerTypeKind:
        bits = LLVMGetIntTypeWidth(type);
        break;
    case LLVMPointerTypeKind:
        return x->pointer_bits;
    case LLVMVoidTypeKind:
    case LLVMLabelTypeKind:
    case LLVMMetadataTypeKind:
    case LLVMTokenTypeKind:
    case LLVMFunctionTypeKind:
    case LLVMScalableVectorTypeKind:
        return 0;
    default:
        bits = LLVMTypeIsSized(type) ? LLVMSizeOfTypeInBits(x->target, type) : 0;
    }
    return bits > UINT16_MAX ? UINT16_MAX : (uint32_t)bits;
}

/* An array of at most one element, which programs use as the beginning of more. */
static bool is_open_ended(LLVMTypeRef type) {
    return LLVMGetTypeKind(type) == LLVMArrayTypeKind && LLVMGetArrayLength(type) <= 1;
}

/* The name of the field at OFFSET of struct TYPE, or NULL. */
static const char *field_name(struct extract *x, uint32_t type, int64_t offset) {
    if (type == VT_NONE || !x->names || !x->names->field || offset < 0 || offset > INT32_MAX)
        return NULL;
    return x->names->field(x->names->context, vt_string(x->ir->strings, type), (unsigned)offset);
}

void note_around(struct extract *x, struct path *path, const struct path *outer) {
    const char *name = path->type_offset == 0 && outer->field_end > 0 &&
                               outer->field_end - outer->type_offset == path->field_end
                           ? field_name(x, outer->type, outer->type_offset)
                           : NULL;
    if (name)
        path->around = vt_intern(x->ir->strings, name);
}

/* Goes into field INDEX of struct TYPE. */
static LLVMTypeRef enter_field(struct extract *x, LLVMTypeRef type, unsigned index,
                               struct path *path) {
    int64_t offset = (int64_t)LLVMOffsetOfElement(x->target, type, index);
    uint32_t name = type_name(x, type);
    struct path outer = *path;
    path->offset += offset;
    if (name != VT_NONE) {
        path->type = name;
        path->type_offset = offset;
    } else if (path->type != VT_NONE) {
        path->type_offset += offset; /* an anonymous struct counts as part of the one around it */
    }
    LLVMTypeRef field = LLVMStructGetTypeAtIndex(type, index);
    path->field_end = is_open_ended(field) ? 0 : path->type_offset + (int64_t)type_size(x, field);
    path->around = VT_NONE;
    if (name != VT_NONE)
        note_around(x, path, &outer);
    return field;
}

static void add_index(struct extract *x, LLVMTypeRef element, LLVMValueRef index,
                      struct path *path) {
    if (!LLVMIsAConstantInt(index) || LLVMGetIntTypeWidth(LLVMTypeOf(index)) > 64) {
        path->nvariable += !LLVMIsNull(index);
        return;
    }
    int64_t step = 0;
    if (__builtin_mul_overflow(LLVMConstIntGetSExtValue(index), (int64_t)type_size(x, element),
                               &step) ||
        __builtin_add_overflow(path->offset, step, &path->offset))
        path->nvariable++; /* an address out of this world */
    if (path->type != VT_NONE)
        path->type_offset += step;
}

void walk_gep(struct extract *x, LLVMValueRef gep, struct path *path) {
    LLVMTypeRef type = LLVMGetGEPSourceElementType(gep);
    int count = LLVMGetNumOperands(gep);
    add_index(x, type, LLVMGetOperand(gep, 1), path);
    for (int i = 2; i < count; i++) {
        LLVMValueRef index = LLVMGetOperand(gep, (unsigned)i);
        switch (LLVMGetTypeKind(type)) {
        case LLVMStructTypeKind:
            type = enter_field(x, type, (unsigned)LLVMConstIntGetZExtValue(index), path);
            break;
        case LLVMArrayTypeKind:
        case LLVMVectorTypeKind:
            type = LLVMGetElementType(type);
            add_index(x, type, index, path);
            break;
        default:
            path->nvariable++;
            return;
        }
    }
}

void walk_type(struct extract *x, LLVMTypeRef type, int64_t offset, struct path *path) {
    int64_t left = offset;
    while (left >= 0 && (uint64_t)left < type_size(x, type)) {
        LLVMTypeKind kind = LLVMGetTypeKind(type);
        if (kind == LLVMStructTypeKind && LLVMCountStructElementTypes(type) > 0) {
            unsigned field = LLVMElementAtOffset(x->target, type, (uint64_t)left);
            left -= (int64_t)LLVMOffsetOfElement(x->target, type, field);
            type = enter_field(x, type, field, path);
        } else if (kind == LLVMArrayTypeKind) {
            type = LLVMGetElementType(type);
            int64_t step = left - left % (int64_t)type_size(x, type);
            path->type_offset += path->type != VT_NONE ? step : 0;
            left -= step;
        } else {
            break;
        }
    }
    path->type_offset += path->type != VT_NONE ? left : 0;
    path->offset = offset;
}

void note_field(struct extract *x, uint32_t type, int64_t offset) {
    if (type == VT_NONE || !x->names || !x->names->field || offset < 0 || offset > INT32_MAX)
        return;
    uint64_t key = ((uint64_t)type << 32 | (uint32_t)offset) + 1;
    if (map_get(&x->fields, key) != VT_NONE)
        return;
    map_put(&x->fields, x->scratch, key, 1);
    struct vt_ir *ir = x->ir;
    const char *name = field_name(x, type, offset);
    if (!name)
        return;
    ir->fields = vt_grow(ir->arena, ir->fields, ir->nfields, &x->field_room, sizeof *ir->fields);
    struct vt_field *field = &ir->fields[ir->nfields++];
    field->type = type;
    field->offset = (int32_t)offset;
    field->name = vt_intern(ir->strings, name);
}

/* ---- locations ---- */

static uint32_t file_named(struct extract *x, uint32_t path) {
    uint32_t file = map_get(&x->paths, (uint64_t)path + 1);
    struct vt_ir *ir = x->ir;
    if (file == VT_NONE) {
        ir->files = vt_grow(ir->arena, ir->files, ir->nfiles, &x->file_room, sizeof *ir->files);
        file = ir->nfiles++;
        ir->files[file].path = path;
        map_put(&x->paths, x->scratch, (uint64_t)path + 1, file);
    }
    return file;
}

static uint32_t file_of(struct extract *x, LLVMMetadataRef difile) {
    uint32_t known = map_get(&x->files, map_key(difile));
    if (known != VT_NONE)
        return known;
    unsigned length = 0;
    const char *text = LLVMDIFileGetFilename(difile, &length);
    uint32_t file = file_named(x, vt_strings_add(x->ir->strings, text ? text : "", length));
    map_put(&x->files, x->scratch, map_key(difile), file);
    return file;
}

static uint32_t place_in(struct extract *x, uint32_t file, unsigned line, unsigned column) {
    struct vt_ir *ir = x->ir;
    bool fits = file < UINT16_MAX && column <= UINT16_MAX; /* else it is not shared, no harm */
    uint64_t key = ((uint64_t)file + 1) << 48 | (uint64_t)column << 32 | line;
    uint32_t known = fits ? map_get(&x->places, key) : VT_NONE;
    if (known != VT_NONE)
        return known;
    ir->locations =
        vt_grow(ir->arena, ir->locations, ir->nlocations, &x->location_room, sizeof *ir->locations);
    uint32_t location = ir->nlocations++;
    ir->locations[location] = (struct vt_location){.file = file, .line = line, .column = column};
    if (fits)
        map_put(&x->places, x->scratch, key, location);
    return location;
}

static uint32_t place(struct extract *x, LLVMMetadataRef scope, unsigned line, unsigned column) {
    LLVMMetadataRef difile = scope ? LLVMDIScopeGetFile(scope) : NULL;
    return difile && line ? place_in(x, file_of(x, difile), line, column) : VT_NONE;
}

uint32_t location_of(struct extract *x, LLVMValueRef inst) {
    LLVMMetadataRef debug = LLVMInstructionGetDebugLoc(inst);
    if (!debug)
        return VT_NONE;
    uint32_t known = map_get(&x->locations, map_key(debug));
    if (known != VT_NONE)
        return known - 1;
    /* Code that was inlined stands where the user wrote the call, not in a system header. */
    LLVMMetadataRef outer = debug;
    for (LLVMMetadataRef at = debug; at; at = LLVMDILocationGetInlinedAt(at))
        outer = at;
    uint32_t location = place(x, LLVMDILocationGetScope(outer), LLVMDILocationGetLine(outer),
                              LLVMDILocationGetColumn(outer));
    map_put(&x->locations, x->scratch, map_key(debug), location + 1); /* VT_NONE is kept as 0 */
    return location;
}

uint32_t function_location(struct extract *x, LLVMValueRef function) {
    LLVMMetadataRef subprogram = LLVMGetSubprogram(function);
    return subprogram ? place(x, subprogram, LLVMDISubprogramGetLine(subprogram), 0) : VT_NONE;
}

uint32_t variable_location(struct extract *x, LLVMValueRef global) {
    struct vt_source_place place;
    size_t length = 0;
    if (!x->names || !x->names->variable ||
        !x->names->variable(x->names->context, link_name(global, &length), &place) || !place.line)
        return VT_NONE;
    return place_in(x, file_named(x, vt_intern(x->ir->strings, place.path)), place.line,
                    place.column);
}

/* ---- names ---- */

const char *link_name(LLVMValueRef global, size_t *length) {
    const char *name = LLVMGetValueName2(global, length);
    if (*length && name[0] == '\1') { /* "not to be mangled further": not part of the name */
        name++;
        --*length;
    }
    return name;
}
