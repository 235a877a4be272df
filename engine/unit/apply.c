/* Calls that models know: rows to value flow and events.
 *
 * requires: points.  gives: for each row of the called function its edges, definitions, uses,
 * events.
 */
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/unit/analysis.h"

#define SMALLEST_FILL 8 /* bytes */
#define LARGEST_FILL  32
#define POINTER_SIZE  8 /* of the systems that models are written for */
#define THROWN_LEVELS 2 /* of pointers in what is thrown */

/* One row at one call. */
struct application {
    struct vt_analysis *analysis;
    const struct vt_row *row;
    const struct vt_inst *inst;
    uint32_t at, symbol;            /* the call, and whose rows these are */
    const struct vt_chosen *chosen; /* by which way an argument came; NULL: by any */
};

/* ---- Ports ------------------------------------------------------------------------------- */

/* The value a port begins at, or VT_NONE if the call has no such argument. */
static uint32_t port_value(const struct application *use, const struct vt_port *port) {
    if (port->base == VT_PORT_RETURN)
        return use->at;
    if (port->base < 0 || (uint32_t)port->base >= use->inst->nargs)
        return VT_NONE;
    return use->inst->args[port->base];
}

/* The objects whose content PORT of VALUE is. */
static struct vt_points port_objects(const struct application *use, const struct vt_port *port,
                                     uint32_t value) {
    return vt_port_objects(use->analysis, port, vt_points_of(use->analysis, value));
}

/* The last part of a port's field: the one that is read or written. NULL if it has none. */
static const char *last_field(const struct vt_port *port) {
    const char *dot = port->field ? strrchr(port->field, '.') : NULL;
    return dot ? dot + 1 : port->field;
}

/* Bytes the row's length port says, if it is a constant; else up to where the object ends. */
static int64_t port_extent(const struct application *use, const struct vt_port *port,
                           uint32_t value) {
    int64_t extent = port->depth == 1 ? vt_extent(use->analysis, value) : VT_OFFSET_HIGH;
    if (port->depth == 1 && port->offset == VT_PORT_START)
        return POINTER_SIZE;
    if (port->size)
        return port->size;
    uint32_t length = port_value(use, &use->row->length);
    if (length != VT_NONE && use->row->length.base != VT_PORT_RETURN) {
        const struct vt_inst *inst = vt_inst_at(use->analysis, length);
        if (inst->op == VT_OP_INT && inst->imm > 0 && inst->imm < extent)
            extent = inst->imm;
    }
    return extent;
}

static struct vt_range port_range(const struct vt_port *port, const struct vt_place *place,
                                  int64_t extent) {
    const char *field = last_field(port);
    return field ? vt_range_field(field) : vt_place_range(place, extent);
}

/* A length that is not known may be short: then what was there before is not all gone. */
static bool is_all_written(const struct application *use, const struct vt_port *port) {
    uint32_t length = port_value(use, &use->row->length);
    if (length == VT_NONE || port->field)
        return true;
    return use->row->length.base != VT_PORT_RETURN &&
           vt_inst_at(use->analysis, length)->op == VT_OP_INT;
}

struct link {
    const struct application *use;
    uint32_t node, tags;
    struct vt_rewrite rewrite;
};

static void link_constant(void *context, uint32_t node) {
    const struct link *link = context;
    vt_graph_edge(link->use->analysis->graph, node, link->node, &link->rewrite, link->tags,
                  link->use->inst->location);
}

/* What a port holds, taken from memory. */
struct taking {
    const struct application *use;
    const struct vt_port *port;
    int64_t extent;
    struct vt_use memory;
};

static void take_from(void *context, const struct vt_place *place) {
    const struct taking *taking = context;
    struct vt_rewrite take =
        vt_rewrite_take(place, port_range(taking->port, place, taking->extent));
    vt_memory_use(taking->use->analysis, place->root, &taking->memory, &take);
}

/* NODE gets, as one value, what PORT of one argument holds. */
static void read_one(const struct application *use, const struct vt_port *port, uint32_t value,
                     uint32_t node, uint32_t tags) {
    if (!port->depth) {
        vt_use_value(use->analysis, use->at, node, value,
                     tags | vt_share_of(use->analysis, value, false));
        return;
    }
    struct vt_points objects = port_objects(use, port, value);
    struct taking taking = {use,
                            port,
                            port_extent(use, port, value),
                            {.at = use->at,
                             .to = node,
                             .tags = tags,
                             .pointer = port->depth == 1 ? value : VT_NONE,
                             .later = use->row->later && use->row->fact != VT_FACT_CALLBACK}};
    for (unsigned i = 0; i < objects.count; i++) {
        take_from(&taking, &objects.at[i]);
        if (taking.memory.later)
            vt_points_holders(use->analysis, &objects.at[i], take_from, &taking);
    }
    struct link link = {use, node, tags, vt_rewrite_identity};
    if (port->depth == 1 && !port->field)
        vt_visit_constants(use->analysis, value, link_constant, &link);
    else if (!port->field)
        vt_visit_constants_at(use->analysis, &objects, link_constant, &link);
}

/* True if VALUE, one of variable arguments, is a number: nothing lies behind it. */
static bool is_number(const struct application *use, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(use->analysis, value);
    return !inst->pointer && inst->bits > 0 && inst->bits <= 32;
}

static void read_port(const struct application *use, const struct vt_port *port, uint32_t node,
                      uint32_t tags) {
    struct vt_port one = *port;
    uint32_t last = port->rest ? use->inst->nargs : (uint32_t)port->base + 1;
    if (port->base < 0) {
        if (port->base == VT_PORT_RETURN)
            read_one(use, port, use->at, node, tags);
        return;
    }
    for (uint32_t a = (uint32_t)port->base; a < last && a < use->inst->nargs; a++) {
        one.base = (int8_t)a;
        if (!(port->rest && port->depth && is_number(use, use->inst->args[a])))
            read_one(use, &one, use->inst->args[a], node, tags);
    }
}

/* True if the row puts the address of a text somewhere. */
static bool brings_text(const struct application *use) {
    uint32_t from = use->row->fact == VT_FACT_FLOW ? port_value(use, &use->row->from) : VT_NONE;
    return from != VT_NONE && !use->row->from.depth &&
           vt_inst_at(use->analysis, from)->op == VT_OP_DATA;
}

/* What NODE holds as one value comes to stand at one argument's PORT. */
static void write_one(const struct application *use, const struct vt_port *port, uint32_t value,
                      uint32_t node) {
    struct vt_analysis *analysis = use->analysis;
    if (!port->depth) {
        if (port->base == VT_PORT_RETURN)
            vt_graph_edge(analysis->graph, node, vt_value_node(analysis, value), &vt_rewrite_value,
                          0, use->inst->location);
        return;
    }
    struct vt_points objects = port_objects(use, port, value);
    int64_t extent = port_extent(use, port, value);
    struct vt_cover cover;
    bool covers = use->row->replaces && is_all_written(use, port) &&
                  vt_points_cover(&objects, extent, &cover);
    for (unsigned i = 0; i < objects.count; i++) {
        struct vt_range range = port_range(port, &objects.at[i], extent);
        struct vt_rewrite put = vt_rewrite_put(&objects.at[i], range);
        if (brings_text(use))
            put.flags = 0; /* what lies beneath goes along */
        if (covers)
            cover.range = range;
        vt_memory_define(analysis, objects.at[i].root, use->at, node, &put, 0,
                         covers ? &cover : NULL);
    }
}

static void write_port(const struct application *use, const struct vt_port *port, uint32_t node) {
    struct vt_port one = *port;
    uint32_t last = port->rest ? use->inst->nargs : (uint32_t)port->base + 1;
    if (port->base < 0) {
        if (port->base == VT_PORT_RETURN)
            write_one(use, port, use->at, node);
        return;
    }
    for (uint32_t a = (uint32_t)port->base; a < last && a < use->inst->nargs; a++) {
        one.base = (int8_t)a;
        write_one(use, &one, use->inst->args[a], node);
    }
}

/* ---- Flows ------------------------------------------------------------------------------- */

/* Into EXTENT bytes from PLACE on: what lies before them is not touched. */
static struct vt_rewrite bytes_into(const struct vt_place *place, int64_t extent) {
    struct vt_rewrite into = vt_rewrite_into(place, extent);
    if (into.flags & VT_REWRITE_SHIFT)
        into.clip.low = 0;
    return into;
}

/* memcpy and its like: bytes keep their distance from the start, and pointers stay pointers. */
static void copy_bytes(const struct application *use) {
    struct vt_analysis *analysis = use->analysis;
    uint32_t from = port_value(use, &use->row->from), to = port_value(use, &use->row->to);
    uint32_t hub = vt_graph_hub(analysis->graph);
    struct vt_points sources = port_objects(use, &use->row->from, from);
    struct vt_points targets = port_objects(use, &use->row->to, to);
    int64_t extent = port_extent(use, &use->row->from, from);
    int64_t room = port_extent(use, &use->row->to, to);
    if (room < extent)
        extent = room;

    uint32_t pointer = use->row->from.depth == 1 ? from : VT_NONE;
    struct vt_use bytes = {.at = use->at, .to = hub, .pointer = pointer, .later = use->row->later};
    for (unsigned i = 0; i < sources.count; i++)
        vt_use_beneath(analysis, &bytes, &sources.at[i], extent, 1);
    struct link link = {use, hub, 0, {.nput = 1, .put = {{0, VT_OFFSET_HIGH}}}};
    if (use->row->from.depth == 1)
        vt_visit_constants(analysis, from, link_constant, &link);
    struct vt_cover cover;
    bool covers = use->row->replaces && is_all_written(use, &use->row->to) &&
                  vt_points_cover(&targets, extent, &cover);
    for (unsigned i = 0; i < targets.count; i++) {
        struct vt_rewrite into = bytes_into(&targets.at[i], extent);
        vt_memory_define(analysis, targets.at[i].root, use->at, hub, &into, 0,
                         covers ? &cover : NULL);
    }
}

/* A call that does not return leaves behind pointers in globals what else the function's end would.
 */
static void leave_behind(const struct application *use) {
    struct vt_analysis *analysis = use->analysis;
    uint32_t value = port_value(use, &use->row->to);
    if (!use->inst->noreturn || !use->row->to.field || value == VT_NONE)
        return;
    struct vt_points objects = port_objects(use, &use->row->to, value);
    for (unsigned i = 0; i < objects.count; i++) {
        const struct vt_root *root = &analysis->roots[objects.at[i].root];
        struct vt_use out = {.at = use->at, .pointer = VT_NONE};
        if (root->kind != VT_ROOT_GLOBAL)
            continue;
        out.to = vt_graph_node(analysis->graph, VT_NODE_GLOBAL, 0, root->symbol);
        vt_use_beneath(analysis, &out, &objects.at[i], VT_OFFSET_HIGH, THROWN_LEVELS);
    }
}

bool vt_row_tells_position(const struct vt_row *row) {
    return row->fact == VT_FACT_FLOW && row->tags == VT_TAG_DECODE && !row->from.depth &&
           row->to.base == VT_PORT_RETURN && !row->to.depth;
}

static void flow(const struct application *use) {
    const struct vt_row *row = use->row;
    bool bytes = row->from.depth && row->to.depth && !row->from.field && !row->to.field &&
                 !row->from.rest && !row->to.rest && !row->tags;
    if (bytes && port_value(use, &row->from) != VT_NONE && port_value(use, &row->to) != VT_NONE) {
        copy_bytes(use);
        return;
    }
    if (vt_row_tells_position(row))
        return; /* told where the pointer becomes a number */
    uint32_t hub = vt_graph_hub(use->analysis->graph);
    read_port(use, &row->from, hub, row->tags);
    write_port(use, &row->to, hub);
    leave_behind(use);
}

/* ---- Events ------------------------------------------------------------------------------ */

static uint32_t text(const struct application *use, const char *text) {
    return text ? vt_intern(use->analysis->shared->unit->strings, text) : 0;
}

/* What `success` of an event says. */
static uint8_t success_of(const struct application *use, enum vt_fact fact) {
    bool is_told = fact == VT_FACT_EFFECT || fact == VT_FACT_ORIGIN;
    if (is_told && use->inst->bits > 0 && !use->analysis->is_used[use->at])
        return VT_RESULT_UNUSED;
    return (uint8_t)use->row->success;
}

static uint32_t new_event(const struct application *use, enum vt_fact fact,
                          const char *class_name) {
    struct vt_analysis *analysis = use->analysis;
    struct vt_event event = {
        .fact = (uint8_t)fact,
        .success = success_of(use, fact),
        .repeats = analysis->cfg->loops[use->inst->block],
        .class_name = text(use, class_name),
        .function = analysis->ir->symbols[use->symbol].name,
        .value = text(use, use->row->value),
        .location = use->inst->location,
        .guards = VT_NONE,
    };
    uint32_t number = vt_add_event(analysis, &event, use->inst->block);
    analysis->event_chosen[number] = use->chosen;
    return number;
}

static uint32_t outcome_of(const struct application *use, uint32_t event) {
    return vt_graph_node(use->analysis->graph, VT_NODE_OUTCOME, 0, event);
}

/* A handle is asked for its fields as well as for itself. */
static void read_handle(const struct application *use, const struct vt_role_port *role,
                        uint32_t node) {
    const struct vt_port *port = &role->port;
    uint32_t value = port_value(use, port);
    bool handle = role->role == VT_ROLE_HANDLE || role->role == VT_ROLE_ALGORITHM ||
                  role->role == VT_ROLE_KEY;
    if (!handle || port->depth || port->rest || value == VT_NONE)
        return;
    const struct vt_points *points = vt_points_of(use->analysis, value);
    struct vt_use fields = {.at = use->at, .to = node, .pointer = value};
    for (unsigned i = 0; i < points->count; i++)
        vt_use_beneath(use->analysis, &fields, &points->at[i], VT_OFFSET_HIGH, 2);
}

/* Key material is asked for byte by byte as well: what the pointer leads to. */
static void read_bytes(const struct application *use, const struct vt_role_port *role,
                       uint32_t event) {
    uint32_t value = port_value(use, &role->port);
    bool is_key = role->role == VT_ROLE_KEY;
    if ((!is_key && role->role != VT_ROLE_IV) || !role->port.depth || role->port.field ||
        role->port.rest || value == VT_NONE)
        return;
    struct vt_points objects = port_objects(use, &role->port, value);
    int64_t extent = port_extent(use, &role->port, value);
    uint32_t node = vt_graph_node(use->analysis->graph, VT_NODE_IN,
                                  is_key ? VT_ROLE_KEY_BYTES : VT_ROLE_IV_BYTES, event);
    struct vt_use bytes = {.at = use->at, .to = node, .pointer = VT_NONE};
    for (unsigned i = 0; i < objects.count; i++)
        vt_use_beneath(use->analysis, &bytes, &objects.at[i], extent, 0);
}

static void read_roles(const struct application *use, uint32_t event) {
    for (unsigned r = 0; r < use->row->nroles; r++) {
        const struct vt_role_port *role = &use->row->roles[r];
        uint32_t node =
            vt_graph_node(use->analysis->graph, VT_NODE_IN, (unsigned)role->role, event);
        read_port(use, &role->port, node, 0);
        read_handle(use, role, node);
        read_bytes(use, role, event);
    }
}

/* How many bytes the row brings at most; 0 if it does so again and again, or that is not known. */
static uint8_t few_bytes(const struct application *use) {
    const struct vt_port *to = &use->row->to;
    int64_t bytes = VT_OFFSET_HIGH;
    if (use->row->fact != VT_FACT_ORIGIN || use->analysis->cfg->loops[use->inst->block])
        return 0;
    if (!to->depth && to->base == VT_PORT_RETURN)
        bytes = (use->inst->bits + 7) / 8;
    else if (to->depth && !to->rest && !to->field && port_value(use, to) != VT_NONE)
        bytes = port_extent(use, to, port_value(use, to));
    return bytes > VT_FEW_BYTES ? 0 : (uint8_t)bytes;
}

/* True if the row fills variables of this function, all of which are known. */
static bool fills_locals(const struct application *use) {
    const struct vt_port *to = &use->row->to;
    uint32_t value = port_value(use, to);
    if (to->depth != 1 || to->field || value == VT_NONE)
        return false;
    struct vt_points objects = port_objects(use, to, value);
    for (unsigned i = 0; i < objects.count; i++)
        if (use->analysis->roots[objects.at[i].root].kind != VT_ROOT_LOCAL || objects.at[i].npath)
            return false;
    return objects.count > 0 && !objects.more;
}

/* The constant that text must begin with to fit the format that the row's right side is; VT_NONE:
 * no more than a few letters. Whoever parses holds what comes against it. */
static uint32_t word_of_format(const struct application *use) {
    enum { SHORTEST = 4 };
    const struct vt_analysis *analysis = use->analysis;
    uint32_t argument = VT_NONE;
    for (unsigned r = 0; r < use->row->nroles; r++)
        if (use->row->roles[r].role == VT_ROLE_RIGHT)
            argument = (uint32_t)use->row->roles[r].port.base;
    const struct vt_inst *format =
        argument < use->inst->nargs ? vt_inst_at(analysis, use->inst->args[argument]) : NULL;
    if (!format || format->op != VT_OP_DATA || format->imm != 0 ||
        !analysis->ir->data[format->data].is_text)
        return VT_NONE;
    const char *text = (const char *)analysis->ir->data[format->data].bytes;
    text += strspn(text, " \t\r\n");
    size_t size = strcspn(text, "%");
    while (size > 0 && strchr(" \t\r\n", text[size - 1]))
        size--;
    return size < SHORTEST
               ? VT_NONE
               : vt_constant_decoded(analysis->shared, (const uint8_t *)text, size, true, false);
}

/* What is parsed by a format is compared with the word that this begins with. */
static void compare_format(const struct application *use) {
    const struct vt_row *row = use->row;
    struct vt_graph *graph = use->analysis->graph;
    uint32_t word = word_of_format(use);
    if (word == VT_NONE)
        return;
    uint32_t event = new_event(use, row->fact, row->class_name);
    for (unsigned r = 0; r < row->nroles; r++) {
        const struct vt_role_port *role = &row->roles[r];
        uint32_t node = vt_graph_node(graph, VT_NODE_IN, (unsigned)role->role, event);
        if (role->role == VT_ROLE_RIGHT)
            vt_graph_edge(graph, vt_graph_node(graph, VT_NODE_CONSTANT, 0, word), node,
                          &vt_rewrite_identity, 0, use->inst->location);
        else
            read_port(use, &role->port, node, 0);
    }
    write_port(use, &row->to, outcome_of(use, event));
}

/* True if what somebody types comes into what is called a password. */
static bool is_typed_password(const struct application *use) {
    const struct vt_port *to = &use->row->to;
    return use->row->fact == VT_FACT_ORIGIN && strcmp(use->row->class_name, "terminal.read") == 0 &&
           to->depth == 1 && !to->field && port_value(use, to) != VT_NONE &&
           vt_place_is_password(use->analysis, port_value(use, to));
}

static void bring(const struct application *use) {
    const struct vt_row *row = use->row;
    if (row->fact == VT_FACT_COMPARE && row->value && strcmp(row->value, "format") == 0) {
        compare_format(use);
        return;
    }
    uint32_t event = new_event(use, row->fact, row->class_name);
    if (is_typed_password(use))
        use->analysis->events[event].value = text(use, "password");
    use->analysis->event_locals[event] = fills_locals(use);
    use->analysis->events[event].bytes = few_bytes(use);
    read_roles(use, event);
    if (row->to.base != VT_PORT_NONE)
        write_port(use, &row->to, outcome_of(use, event));
}

/* The pointer that stood where PORT puts a new one is gone. */
static void forget_pointer(const struct application *use, const struct vt_port *port) {
    uint32_t value = port_value(use, port);
    struct vt_cover cover;
    if (port->base < 0 || port->depth != 1 || port->field || value == VT_NONE)
        return;
    struct vt_points objects = port_objects(use, port, value);
    if (vt_points_cover(&objects, POINTER_SIZE, &cover))
        vt_memory_define(use->analysis, cover.place.root, use->at, VT_NONE, &vt_rewrite_identity, 0,
                         &cover);
}

/* The object is new: nothing that a former pass of a loop left is in it. */
static void allocate(const struct application *use) {
    const struct vt_row *row = use->row;
    uint32_t event = new_event(use, row->fact, row->class_name);
    forget_pointer(use, &row->to);
    if (row->to.base == VT_PORT_RETURN && !row->to.depth) {
        const struct vt_points *points = vt_points_of(use->analysis, use->at);
        if (points->count == 1) {
            struct vt_cover all = {.place = points->at[0], .range = {INT32_MIN, VT_OFFSET_HIGH}};
            vt_memory_define(use->analysis, points->at[0].root, use->at, VT_NONE,
                             &vt_rewrite_identity, 0, &all);
        }
    }
    read_roles(use, event);
    write_port(use, &row->to, outcome_of(use, event));
}

/* The byte that the row's memory is filled with; VT_NONE: zeros. */
static uint32_t byte_of(const struct application *use) {
    uint32_t byte = use->row->fact == VT_FACT_WIPE ? port_value(use, &use->row->from) : VT_NONE;
    const struct vt_inst *inst = byte == VT_NONE ? NULL : vt_inst_at(use->analysis, byte);
    return inst && (inst->op != VT_OP_INT || inst->imm) ? byte : VT_NONE;
}

/* Zeros in memory of the size of a key or nonce are told: whether such a thing holds nothing but
 * zeros is a question that rules ask. Other bytes are told of any memory. */
static void fill(const struct application *use, const struct vt_points *objects, int64_t extent,
                 const struct vt_cover *cover) {
    struct vt_analysis *analysis = use->analysis;
    uint32_t byte = byte_of(use);
    uint32_t node = byte == VT_NONE ? vt_graph_node(analysis->graph, VT_NODE_CONSTANT, 0,
                                                    vt_constant_int(analysis->shared, 0))
                                    : vt_value_node(analysis, byte);
    for (unsigned i = 0; i < objects->count; i++) {
        struct vt_rewrite into =
            byte == VT_NONE
                ? bytes_into(&objects->at[i], extent)
                : vt_rewrite_put(&objects->at[i], vt_place_range(&objects->at[i], extent));
        vt_memory_define(analysis, objects->at[i].root, use->at, node, &into, 0, cover);
    }
}

static void wipe(const struct application *use, const struct vt_port *port) {
    uint32_t value = port_value(use, port);
    struct vt_cover cover;
    if (value == VT_NONE)
        return;
    struct vt_points objects = port_objects(use, port, value);
    int64_t extent = port_extent(use, port, value);
    bool covers = vt_points_cover(&objects, extent, &cover);
    bool tells = covers && extent >= SMALLEST_FILL && extent <= LARGEST_FILL;
    if (!port->field && (tells || byte_of(use) != VT_NONE)) {
        fill(use, &objects, extent, covers ? &cover : NULL);
        return;
    }
    if (!covers)
        return;
    if (port->field)
        cover.range = vt_range_field(last_field(port));
    vt_memory_define(use->analysis, cover.place.root, use->at, VT_NONE, &vt_rewrite_identity, 0,
                     &cover);
}

/* ---- Callbacks --------------------------------------------------------------------------- */

/* What a callback looks at later was put together, by functions of headers, of all that this one
 * was given. */
static void keep_parameters(struct vt_analysis *analysis) {
    uint32_t count = analysis->function->nparams;
    uint64_t all = count < VT_MAX_KEPT ? (UINT64_C(1) << count) - 1 : UINT64_MAX;
    analysis->shared->keeps[analysis->function->symbol] |= all;
}

/* What lies behind a pointer that a port holds, for a callback that gets this pointer. */
static void pass_port(const struct application *use, const struct vt_port *port, uint32_t call,
                      uint32_t number) {
    uint32_t value = port_value(use, port);
    struct vt_analysis *analysis = use->analysis;
    if (value == VT_NONE)
        return;
    if (!port->depth) {
        struct vt_passed passed = {.at = use->at,
                                   .call = call,
                                   .number = number,
                                   .value = value,
                                   .later = use->row->later};
        vt_pass_argument(analysis, &passed);
        return;
    }
    uint32_t node = vt_graph_node(analysis->graph, VT_NODE_ARGUMENT, number, call);
    uint32_t effect = vt_graph_node(analysis->graph, VT_NODE_EFFECT, number, call);
    struct vt_points objects = port_objects(use, port, value);
    if (use->row->later)
        keep_parameters(analysis);
    for (unsigned i = 0; i < objects.count; i++) {
        struct vt_place field = objects.at[i];
        if (port->field)
            field.offset = vt_range_field(last_field(port)).low;
        struct vt_rewrite take =
            vt_rewrite_take(&field, port_range(port, &objects.at[i], VT_OFFSET_HIGH));
        take.flags = 0;
        struct vt_use memory = {
            .at = use->at, .to = node, .pointer = VT_NONE, .later = use->row->later};
        vt_memory_use(analysis, field.root, &memory, &take);
        struct vt_points behind = {0};
        vt_points_behind(analysis, &field, &behind);
        for (unsigned b = 0; b < behind.count; b++) {
            struct vt_rewrite into = vt_rewrite_into(&behind.at[b], VT_OFFSET_HIGH);
            vt_use_beneath(analysis, &memory, &behind.at[b], VT_OFFSET_HIGH, 1);
            vt_memory_define(analysis, behind.at[b].root, use->at, effect, &into, 0, NULL);
        }
    }
}

static void pass_origin(const struct application *use, const char *origin, uint32_t call,
                        uint32_t number) {
    static const struct vt_rewrite content = {.nput = 1, .put = {{0, VT_OFFSET_HIGH}}};
    uint32_t event = new_event(use, VT_FACT_ORIGIN, origin);
    read_roles(use, event);
    vt_graph_edge(use->analysis->graph, outcome_of(use, event),
                  vt_graph_node(use->analysis->graph, VT_NODE_ARGUMENT, number, call), &content, 0,
                  use->inst->location);
}

static void call_back(const struct application *use) {
    const struct vt_row *row = use->row;
    struct vt_analysis *analysis = use->analysis;
    uint32_t function = port_value(use, &row->from), symbol = VT_NONE;
    if (function == VT_NONE)
        return;
    const struct vt_inst *inst = vt_inst_at(analysis, function);
    if (!row->from.depth && inst->op == VT_OP_INT)
        return; /* no callback, SIG_DFL and the like */
    if (!row->from.depth && inst->op == VT_OP_SYMBOL &&
        analysis->ir->symbols[inst->symbol].is_function)
        symbol = inst->symbol;
    uint32_t call = vt_new_call(analysis, use->at, symbol, row->narguments);
    analysis->calls[call].is_callback = true;
    if (symbol == VT_NONE)
        read_port(use, &row->from, vt_graph_node(analysis->graph, VT_NODE_CALLEE, 0, call), 0);
    for (unsigned a = 0; a < row->narguments; a++) {
        if (row->arguments[a].origin)
            pass_origin(use, row->arguments[a].origin, call, a);
        else if (row->arguments[a].port.base != VT_PORT_NONE)
            pass_port(use, &row->arguments[a].port, call, a);
    }
}

/* ---- Rows -------------------------------------------------------------------------------- */

bool vt_row_fits(const struct vt_row *row, int64_t number) {
    switch (row->when) {
    case VT_WHEN_EQUAL:
        return number == row->when_value;
    case VT_WHEN_MASKED:
        return (number & row->when_value) == row->when_value;
    case VT_WHEN_UNMASKED:
        return (number & row->when_value) == 0;
    case VT_WHEN_UNEQUAL:
        return number != row->when_value;
    default:
        return number == 0;
    }
}

enum { MAX_CHOICES = 16 };

/* Where the value that a row asks about was chosen, also round a loop. */
struct choices {
    const struct vt_analysis *analysis;
    const struct vt_row *row;
    uint32_t seen[MAX_CHOICES];
    unsigned count;
};

static bool was_seen(const struct choices *choices, uint32_t value) {
    for (unsigned i = 0; i < choices->count; i++)
        if (choices->seen[i] == value)
            return true;
    return false;
}

/* True if VALUE may have BITS: `PROT_READ | (writes ? PROT_WRITE : 0)` has no other. */
static bool may_have(struct choices *choices, uint32_t value, int64_t bits) {
    const struct vt_inst *inst = vt_inst_at(choices->analysis, value);
    const struct vt_inst *by =
        inst->op == VT_OP_BINARY ? vt_inst_at(choices->analysis, inst->args[1]) : NULL;
    if (inst->op == VT_OP_INT)
        return (inst->imm & bits) == bits;
    if (was_seen(choices, value))
        return false;
    if (choices->count == MAX_CHOICES)
        return true;
    choices->seen[choices->count++] = value;
    if (by && by->op == VT_OP_INT && inst->sub == VT_OR)
        return !(bits & ~by->imm) || may_have(choices, inst->args[0], bits & ~by->imm);
    if (by && by->op == VT_OP_INT && inst->sub == VT_AND)
        return !(bits & ~by->imm) && may_have(choices, inst->args[0], bits);
    if (inst->op != VT_OP_SELECT && inst->op != VT_OP_PHI && inst->op != VT_OP_CAST)
        return true;
    for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs; i++)
        if (may_have(choices, inst->args[i], bits))
            return true;
    return false;
}

/* True if VALUE may be what the row wants: a constant, one of several constants, or nobody knows
 * what. */
static bool value_fits(struct choices *choices, uint32_t value) {
    const struct vt_inst *inst = vt_inst_at(choices->analysis, value);
    if (choices->row->when == VT_WHEN_MASKED)
        return may_have(choices, value, choices->row->when_value);
    bool is_choice = inst->op == VT_OP_SELECT || inst->op == VT_OP_PHI;
    if (inst->op == VT_OP_INT)
        return vt_row_fits(choices->row, inst->imm);
    if (choices->row->when == VT_WHEN_NULL || was_seen(choices, value))
        return false;
    if ((!is_choice && inst->op != VT_OP_CAST) || choices->count == MAX_CHOICES)
        return true;
    choices->seen[choices->count++] = value;
    for (uint32_t i = inst->op == VT_OP_SELECT; i < inst->nargs; i++)
        if (value_fits(choices, inst->args[i]))
            return true;
    return false;
}

bool vt_row_holds(const struct vt_analysis *analysis, const struct vt_row *row,
                  const struct vt_inst *call) {
    if (row->when == VT_WHEN_ALWAYS || row->when_argument >= call->nargs)
        return true;
    struct choices choices = {.analysis = analysis, .row = row};
    return value_fits(&choices, call->args[row->when_argument]);
}

static void apply(const struct application *use) {
    switch (use->row->fact) {
    case VT_FACT_FLOW:
        flow(use);
        break;
    case VT_FACT_ORIGIN:
    case VT_FACT_CHECK:
    case VT_FACT_COMPARE:
    case VT_FACT_EFFECT:
        bring(use);
        break;
    case VT_FACT_ALLOC:
        allocate(use);
        break;
    case VT_FACT_WIPE:
        wipe(use, &use->row->to);
        break;
    case VT_FACT_FREE:
        wipe(use, &use->row->from);
        break;
    case VT_FACT_CALLBACK:
        call_back(use);
        break;
    default:
        break;
    }
}

/* ---- Deeds that are chosen --------------------------------------------------------------- */

/* What one row does, when that is one of several things. */
struct deed {
    const struct application *use;
    uint32_t argument; /* of the call: what is run or loaded, or who the user becomes */
    bool is_number;    /* who the user becomes */
};

/* True if the row does something that hangs on one argument: into *DEED. */
static bool is_deed(const struct application *use, struct deed *deed) {
    static const char *const classes[] = {"exec.", "load.library", "privilege.change"};
    const struct vt_row *row = use->row;
    bool is_one = false;
    for (unsigned c = 0; row->fact == VT_FACT_EFFECT && c < 3; c++)
        is_one |= strncmp(row->class_name, classes[c], strlen(classes[c])) == 0;
    for (unsigned r = 0; is_one && r < row->nroles; r++) {
        const struct vt_role_port *role = &row->roles[r];
        bool is_target = role->role == VT_ROLE_TARGET;
        if ((!is_target && role->role != VT_ROLE_COMMAND && role->role != VT_ROLE_PATH) ||
            role->port.base < 0 || (uint32_t)role->port.base >= use->inst->nargs)
            continue;
        *deed = (struct deed){use, (uint32_t)role->port.base, is_target};
        return true;
    }
    return false;
}

/* Applies the row as if VALUE were the argument, and whatever else is the same. */
static void apply_deed(void *context, uint32_t value, const struct vt_chosen *chosen) {
    const struct deed *deed = context;
    struct application one = *deed->use;
    struct vt_arena *arena = one.analysis->arena;
    struct vt_inst inst = *one.inst;
    inst.args = vt_alloc_copy(arena, inst.args, inst.nargs * sizeof *inst.args);
    for (uint32_t a = 0; a < inst.nargs; a++)
        if (one.inst->args[a] == one.inst->args[deed->argument])
            inst.args[a] = value;
    one.inst = &inst;
    one.chosen = vt_alloc_copy(arena, chosen, sizeof *chosen);
    apply(&one);
}

static bool is_text(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    (void)analysis;
    return inst->op == VT_OP_DATA;
}

static bool is_integer(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    (void)analysis;
    return inst->op == VT_OP_INT;
}

/* A row that does one of several things, a constant among them, is applied once for each: so that
 * each has its own conditions. */
static void apply_each(const struct application *use) {
    struct deed deed;
    if (!is_deed(use, &deed)) {
        apply(use);
        return;
    }
    struct vt_choices choices = {deed.is_number ? is_integer : is_text, apply_deed, &deed};
    if (!vt_choices_visit(use->analysis, use->inst->args[deed.argument], &choices))
        apply(use);
}

/* ---- All rows of a call ------------------------------------------------------------------ */

/* 0 for rows that make a fresh object, 1 for those that replace what it held, 2 for all others:
 * what is put into an object must not be taken for what was there before. */
static unsigned turn_of(const struct vt_row *row) {
    if (row->fact == VT_FACT_ALLOC || row->fact == VT_FACT_WIPE || row->fact == VT_FACT_FREE)
        return 0;
    return row->replaces ? 1 : 2;
}

uint32_t vt_modelled(const struct vt_analysis *analysis, const struct vt_inst *inst) {
    uint32_t symbol = inst->op == VT_OP_CALL ? inst->symbol : VT_NONE;
    const struct vt_inst *read =
        inst->op == VT_OP_LOAD ? vt_inst_at(analysis, inst->args[0]) : NULL;
    if (read && read->op == VT_OP_SYMBOL && read->imm == 0 &&
        !analysis->ir->symbols[read->symbol].is_function)
        symbol = read->symbol;
    return symbol != VT_NONE && analysis->shared->rows[symbol] ? symbol : VT_NONE;
}

void vt_apply_models(struct vt_analysis *analysis, uint32_t call) {
    const struct vt_inst *inst = vt_inst_at(analysis, call);
    uint32_t symbol = vt_modelled(analysis, inst);
    const struct vt_row *rows = analysis->shared->rows[symbol];
    unsigned nrows = analysis->shared->nrows[symbol];

    for (unsigned turn = 0; turn < 3; turn++)
        for (unsigned i = 0; i < nrows; i++) {
            struct application use = {analysis, &rows[i], inst, call, symbol, NULL};
            if (turn_of(&rows[i]) == turn && vt_row_holds(analysis, &rows[i], inst))
                apply_each(&use);
        }
}
