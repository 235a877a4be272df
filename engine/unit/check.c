/* What one pass gives the next, checked in debug builds: a mistake shows where it is made.
 *
 * requires: the passes up to the one named.  gives: nothing.  breaks: nothing; aborts on a mistake.
 */
#include <assert.h>

#include "engine/unit/analysis.h"

#ifndef NDEBUG

/* Blocks in order are there, each once, behind the block that dominates it. */
static void check_cfg(const struct vt_analysis *analysis) {
    const struct vt_cfg *cfg = analysis->cfg;
    uint32_t nblocks = analysis->function->nblocks;
    assert(cfg->nordered > 0 && cfg->nordered <= nblocks && cfg->ordered[0] == 0);
    for (uint32_t i = 0; i < cfg->nordered; i++) {
        uint32_t block = cfg->ordered[i];
        assert(block < nblocks && cfg->order[block] == i);
        assert(cfg->idom[block] < nblocks && cfg->order[cfg->idom[block]] <= i);
        for (uint32_t a = 0; a < cfg->narms[block]; a++) {
            const struct vt_block *from = &analysis->function->blocks[cfg->arms[block][a].block];
            assert(cfg->arms[block][a].block < nblocks);
            assert(cfg->arms[block][a].arm < from->nsuccessors);
        }
    }
}

/* Calls and events stand where they say. */
static void check_sites(const struct vt_analysis *analysis) {
    for (uint32_t c = 0; c < analysis->ncalls; c++) {
        assert(analysis->call_insts[c] < analysis->function->ninsts);
        assert(analysis->calls[c].symbol == VT_NONE ||
               analysis->calls[c].symbol < analysis->ir->nsymbols);
    }
    for (uint32_t e = 0; e < analysis->nevents; e++) {
        assert(analysis->event_blocks[e] < analysis->function->nblocks);
        assert(analysis->events[e].fact < VT_FACT_COUNT);
    }
}

static bool is_list(const struct vt_analysis *analysis, uint32_t list) {
    return list == VT_NONE || list < analysis->guards.nlists;
}

static void check_guards(const struct vt_analysis *analysis) {
    const struct vt_guards *guards = &analysis->guards;
    for (uint32_t i = 0; i < guards->nlists; i++)
        assert(guards->offsets[i] <= guards->offsets[i + 1]);
    assert(guards->nlists == 0 || guards->offsets[guards->nlists] == guards->nguards);
    for (uint32_t i = 0; i < guards->nguards; i++)
        assert(guards->guards[i].predicate < analysis->npredicates);
    for (uint32_t c = 0; c < analysis->ncalls; c++)
        assert(is_list(analysis, analysis->calls[c].guards));
    for (uint32_t e = 0; e < analysis->nevents; e++)
        assert(is_list(analysis, analysis->events[e].guards));
    for (uint32_t v = 0; v < analysis->nverdicts; v++)
        assert(is_list(analysis, analysis->verdicts[v].guards));
    for (uint32_t s = 0; s < analysis->nsettings; s++) {
        const struct vt_setting *setting = &analysis->settings[s];
        assert(is_list(analysis, setting->guards));
        assert((setting->predicate != VT_NONE) + (setting->symbol != VT_NONE) + !!setting->type ==
               1);
        assert(setting->predicate == VT_NONE || setting->predicate < analysis->npredicates);
    }
}

void vt_analysis_check(const struct vt_analysis *analysis, enum vt_pass pass) {
    check_cfg(analysis);
    vt_graph_check(analysis->graph);
    if (pass >= VT_PASS_TRANSFER)
        check_sites(analysis);
    if (pass >= VT_PASS_GUARDS)
        check_guards(analysis);
}

#endif
