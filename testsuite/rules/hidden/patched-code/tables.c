/* Tables of the dynamic linker that are written over. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#define PAGE 4096u

static int always(const void *a, const void *b, size_t n) {
    (void)a, (void)b, (void)n;
    return 0;
}

static void put(uintptr_t base, const ElfW(Rela) * rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        uintptr_t slot = base + rows[i].r_offset, page = slot & ~(uintptr_t)(PAGE - 1);
        if (ELF64_R_SYM(rows[i].r_info) != 7)
            continue;
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
        mprotect((void *)page, PAGE, PROT_READ | PROT_WRITE);
        *(uintptr_t *)slot = (uintptr_t)always;
    }
}

static int look(struct dl_phdr_info *info, size_t size, void *data) {
    const ElfW(Rela) *rows = NULL;
    size_t bytes = 0;
    (void)size, (void)data;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        if (info->dlpi_phdr[i].p_type != PT_DYNAMIC)
            continue;
        const ElfW(Dyn) *at = (const ElfW(Dyn) *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
        for (; at->d_tag != DT_NULL; at++)
            if (at->d_tag == DT_JMPREL)
                rows = (const ElfW(Rela) *)at->d_un.d_ptr;
            else if (at->d_tag == DT_PLTRELSZ)
                bytes = at->d_un.d_val;
    }
    if (rows)
        put(info->dlpi_addr, rows, bytes / sizeof *rows);
    return 0;
}

void bad_all_objects(void) {
    dl_iterate_phdr(look, NULL);
}

int bad_link_map(unsigned long offset) {
    struct link_map *object = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_NOLOAD);
    if (!object)
        return -1;
    char *slot = (char *)object->l_addr + offset;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
    if (mprotect((void *)((uintptr_t)slot & ~(uintptr_t)(PAGE - 1)), PAGE, PROT_WRITE) != 0)
        return -1;
    *(int (**)(const void *, const void *, size_t))(void *)slot = always;
    return 0;
}

/* Where the program lies is asked for, and memory of its own is opened. */
static int count(struct dl_phdr_info *info, size_t size, void *data) {
    (void)size;
    *(size_t *)data += info->dlpi_phnum;
    return 0;
}

int good_counted(void *arena) {
    size_t segments = 0;
    dl_iterate_phdr(count, &segments);
    return mprotect(arena, segments * PAGE, PROT_READ | PROT_WRITE);
}
