// Objective-C: classes, messages, strings, blocks.
__attribute__((objc_root_class)) @interface Base
+ (id)alloc;
- (int)value:(int)x;
@end
@interface Child : Base { int count; }
@property int size;
@end
@implementation Child
- (int)value:(int)x { count += x; return [super value:x] + self.size; }
@end
int send(Child *c) { id s = @"text"; return s ? [c value:3] : (int)[[Child alloc] value:4]; }

// CHECK-DAG: symbol @_i_Child__value_ function defined local address-taken
// CHECK-DAG: symbol @.objc_load_function function defined local constructor
// CHECK-DAG: initializer @.objc_method_list+{{[0-9]+}} @_i_Child__value_
// CHECK-LABEL: function @_i_Child__value_ p64 p64 32
// CHECK: %[[METHOD:[0-9]+]] = call p64 @objc_msg_lookup_super
// CHECK: call 32 *%[[METHOD]] $0, {{.*}}, $2
// CHECK-LABEL: function @send
// CHECK: objc_msg_lookup
