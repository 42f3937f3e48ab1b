-- What goes back to a person is not only that other rows would stay out, but any change that was not agreed to.
update import set problem = '{"code": "agreedChanged"}' where problem ->> 'code' = 'leftOutChanged';
