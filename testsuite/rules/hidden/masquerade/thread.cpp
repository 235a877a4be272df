// A thread with a name of the kernel's.
#include <pthread.h>
#include <string>

class Worker {
  public:
    explicit Worker(const char *name) : name_(name) {}
    int begin(pthread_t thread) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/masquerade]}}
        return pthread_setname_np(thread, name_);
    }

  private:
    const char *name_;
};

int bad_worker(pthread_t thread) {
    return Worker("ksoftirqd/3").begin(thread);
}

int good_worker(pthread_t thread) {
    return pthread_setname_np(thread, "sampler/3");
}
