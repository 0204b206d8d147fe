//! How a result type shows itself: in the terminal by `Display`, in a notebook by `evcxr_display`.

/// Gives a result type `Display` and `evcxr_display` from the method that makes its table or tables.
///
/// `shows_itself!(Fit => table)` needs `fn table(&self) -> Table`; `shows_itself!(Granger => tables)` needs
/// `fn tables(&self) -> Vec<Table>`.
macro_rules! shows_itself {
    ($type:ty => table) => {
        $crate::table::shows_itself!(@tables $type, |it: &$type| vec![it.table()]);
    };
    ($type:ty => tables) => {
        $crate::table::shows_itself!(@tables $type, |it: &$type| it.tables());
    };
    (@tables $type:ty, $tables:expr) => {
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                let tables: Vec<$crate::table::Table> = ($tables)(self);
                f.write_str($crate::table::evcxr::text(&tables).trim_end())
            }
        }

        impl $type {
            /// Shows the result in a Jupyter notebook; evcxr calls this for the last expression of a cell.
            pub fn evcxr_display(&self) {
                let tables: Vec<$crate::table::Table> = ($tables)(self);
                $crate::table::evcxr::show(&tables);
            }
        }
    };
}

pub(crate) use shows_itself;

impl std::fmt::Display for super::Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.render(super::Format::Text).trim_end())
    }
}

impl super::Table {
    /// Shows the table in a Jupyter notebook; evcxr calls this for the last expression of a cell.
    pub fn evcxr_display(&self) {
        super::evcxr::show(std::slice::from_ref(self));
    }
}
